// Loads data that stands in a file of its own: a classic script that gives it a
// name, which is the one way that works from a server and from a folder. In the
// single file it is text of the document.
import { scriptURL } from "./trusted.js";

// loadData resolves to the object that the script at this address calls by that
// name. what is the beginning of the sentence that tells of a failure.
export async function loadData(name, address, what) {
  const inert = document.getElementById(name);
  if (inert) return JSON.parse(inert.textContent);
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${what} did not load. Reload the page; of a downloaded copy, unpack the whole folder.`));
    script.src = scriptURL(address);
    document.head.append(script);
  });
  const data = globalThis[name];
  delete globalThis[name];
  return data;
}
