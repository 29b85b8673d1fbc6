// What is to be checked: the text of the box, or a file, or a text too large
// for a box. A large one is kept here, and the box shows how it begins.
import { decode, isText } from "./decode.js";
import { forget, keep, recall } from "./session.js";

const key = "headroom.text";
const largest = 1_000_000; // characters in the box, and kept for the tab
const preview = 2000; // characters shown of a larger text

const box = document.getElementById("dump");
const note = document.getElementById("opened");

let held = null; // {name, bytes}: what is checked instead of the box's text

// startSource brings back the tab's text, and calls changed with a file that
// was opened or dropped, when its text is in place.
export function startSource(changed) {
  const kept = recall(key);
  if (typeof kept?.text === "string" && !box.value) box.value = kept.text;
  let timer;
  box.addEventListener("input", () => {
    held = null;
    note.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(remember, 300);
  });
  addEventListener("pagehide", remember);
  box.addEventListener("paste", takeLargePaste);
  const files = document.getElementById("files");
  files.addEventListener("change", async () => {
    if (files.files.length) changed(await open(files.files[0]));
    files.value = ""; // the same file can be opened again
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) changed(await open(file));
  });
}

// take returns what is to be checked, as {name, bytes}; the bytes are a copy
// that may be transferred.
export function take() {
  if (held) return { name: held.name, bytes: held.bytes.slice() };
  return { name: "", bytes: new TextEncoder().encode(box.value) };
}

// put replaces the text.
export function put(text, name = "") {
  if (text.length > largest) {
    hold(name, new TextEncoder().encode(text), text.slice(0, preview), text.length);
    return;
  }
  held = name ? { name, bytes: new TextEncoder().encode(text) } : null;
  show(text);
  remember();
}

export function clearSource() {
  held = null;
  show("");
  forget(key);
}

export function isEmpty() {
  return box.value === "";
}

// open takes a file in. It resolves to null, or, for a file that is no text,
// to {name, bytes} while the box keeps what it had.
async function open(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const begin = decode(bytes.subarray(0, preview * 2));
  if (!isText(begin)) return { name: file.name, bytes };
  if (bytes.length > largest) {
    hold(file.name, bytes, begin.slice(0, preview), bytes.length);
    return null;
  }
  held = { name: file.name, bytes };
  show(decode(bytes));
  remember();
  return null;
}

// takeLargePaste keeps a large paste out of the box, which would stand still
// for seconds.
function takeLargePaste(event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (box.value.length + text.length <= largest) return;
  event.preventDefault();
  const all = box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd);
  put(all);
}

function hold(name, bytes, begin, size) {
  held = { name, bytes };
  show(begin);
  box.readOnly = true;
  note.textContent = `${name || "The text"} is large (${size.toLocaleString("en")} ${name ? "bytes" : "characters"}): all of it will be checked, the box shows how it begins. It is not kept over a reload. Clear empties the box.`;
  note.hidden = false;
  forget(key);
}

function show(text) {
  box.readOnly = false;
  box.value = text;
  note.hidden = true;
}

function remember() {
  if (box.readOnly) return;
  if (box.value && box.value.length <= largest) keep(key, { text: box.value });
  else forget(key);
}
