// Checks that are kept in this browser, in IndexedDB. Each has a key of its own
// and the form {when, name, os, plan, parts, answer, files: [{name, bytes}]}, parts
// being as in parts.js. Every function rejects where the browser keeps nothing
// for this page.
const database = "headroom";
const checks = "checks";

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(checks, { keyPath: "key", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// within runs a request on the checks and resolves to its result.
async function within(mode, ask) {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const work = db.transaction(checks, mode);
      const request = ask(work.objectStore(checks));
      work.oncomplete = () => resolve(request.result);
      work.onabort = work.onerror = () => reject(work.error ?? request.error);
    });
  } finally {
    db.close();
  }
}

export function addCheck(check) {
  return within("readwrite", (store) => store.add(check));
}

// allChecks resolves to all of them, the latest first.
export async function allChecks() {
  return (await within("readonly", (store) => store.getAll())).reverse();
}

export function deleteCheck(key) {
  return within("readwrite", (store) => store.delete(key));
}

export function deleteAll() {
  return within("readwrite", (store) => store.clear());
}
