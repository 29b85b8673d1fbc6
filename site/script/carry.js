// State in links, where each page has a storage of its own (Firefox, from a
// folder): a link inside the site bears what other pages need as
// #ANCHOR~STATE, and the page it leads to takes it out of the address again.
// Elsewhere the storage of the tab is enough, and no link is touched.
import { forget, keep, recall } from "./session.js";

// What may travel: known names, values, lines and verdicts, the plan, and what
// the reader prefers. The text that was checked is not among them.
const keys = ["headroom.findings", "headroom.plan"];
const preferences = ["headroom.theme", "headroom.keys"]; // in localStorage

// used is set once there was something to carry; from then on links tell that
// it was cleared, too.
const used = "headroom.carried";

const alone = location.protocol === "file:" && location.origin === "null";

// arrive takes the state out of the address, before the page is scrolled to the
// anchor.
export function arrive() {
  const [anchor, state] = split(location.hash);
  if (state === null) return;
  if (alone) unpack(state);
  if (anchor) location.replace(anchor);
  else history.replaceState(null, "", location.pathname + location.search);
}

// startCarrying gives a link its state in the moment it is followed, so that
// one that is copied has none.
export function startCarrying() {
  if (!alone) return;
  for (const kind of ["click", "auxclick"]) addEventListener(kind, carry, true);
}

function carry({ target }) {
  const link = target.closest?.("a[href]");
  if (!link || link.protocol !== "file:" || link.pathname === location.pathname || !link.pathname.endsWith(".html")) return;
  const state = pack();
  if (!state) return;
  const plain = link.getAttribute("href");
  link.hash = `${split(link.hash)[0] || "#"}~${state}`;
  setTimeout(() => link.setAttribute("href", plain));
}

// split cuts an address's hash into the anchor with its # and the state; null
// when it has none.
function split(hash) {
  const at = hash.indexOf("~");
  if (at < 0) return [hash, null];
  return [at > 1 ? hash.slice(0, at) : "", hash.slice(at + 1)];
}

function pack() {
  const state = {};
  for (const key of keys) {
    const value = recall(key);
    if (value !== null) state[key] = value;
  }
  for (const name of preferences) {
    const value = preference(name);
    if (value !== null) state[name] = value;
  }
  if (Object.keys(state).length) keep(used, true);
  else if (!recall(used)) return "";
  return encodeURIComponent(JSON.stringify(state));
}

// unpack keeps what a link brought. Whoever reads it checks it.
function unpack(text) {
  let state;
  try {
    state = JSON.parse(decodeURIComponent(text));
  } catch {
    return; // not ours
  }
  if (state === null || typeof state !== "object") return;
  keep(used, true);
  for (const key of keys) {
    if (Object.hasOwn(state, key)) keep(key, state[key]);
    else forget(key);
  }
  for (const name of preferences) prefer(name, state[name]);
}

function preference(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function prefer(name, value) {
  try {
    if (typeof value === "string") localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // It lasts for the page before, then.
  }
}
