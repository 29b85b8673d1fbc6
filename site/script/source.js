// What is to be checked: the text of the box, with files beside it. A text too
// large for a box is kept here, and the box shows how it begins.
import { unpack } from "./archive.js";
import { decode, isText } from "./decode.js";
import { forget, keep, recall } from "./session.js";

const key = "headroom.text";
const largest = 1_000_000; // characters in the box, and kept for the tab
const preview = 2000; // characters shown of a larger text

const box = document.getElementById("dump");
const note = document.getElementById("opened");
const picker = document.getElementById("files");

// What there is beside what the box shows. name is that of the box's text;
// bytes replace the box's text while it is as it was opened; files stand
// beside it; about says what the reader has to know of them.
const none = { name: "", bytes: null, files: [], about: "" };
let source = none;
let turn = 0; // counts what took the source's place, so that a file which is slow to open does not
let replaced = null; // what stood there before a paste or a file took its place

// startSource brings back the tab's text. It calls changed when the text in the
// box changes, given when a file or a paste has been taken in, and trouble with
// the error of one that was not.
export function startSource({ changed, given, trouble }) {
  restore(recall(key));
  let timer;
  box.addEventListener("input", () => {
    turn++;
    source = { ...source, bytes: null };
    replaced = null;
    show();
    clearTimeout(timer);
    timer = setTimeout(remember, 300);
    changed();
  });
  addEventListener("pagehide", remember);
  const take = async (list, add) => {
    try {
      const noText = await open([...list], add);
      if (noText !== undefined) given(noText);
    } catch (error) {
      trouble(error);
    }
  };
  startPasting(given, take);
  startDropping(given, take);
  startPicker(take);
  startNote(given);
}

function startPicker(take) {
  let adding = false;
  picker.addEventListener("change", async () => {
    if (picker.files.length) await take(picker.files, adding);
    adding = false;
    picker.value = ""; // the same file can be opened again
  });
  picker.addEventListener("cancel", () => (adding = false));
  note.addEventListener("click", ({ target }) => {
    if (!target.matches("button.add")) return;
    adding = true;
    picker.click();
  });
}

// startDropping takes files and text that are dropped anywhere on the page; text
// dropped on the box is the browser's to put in place.
function startDropping(given, take) {
  const root = document.documentElement;
  const fieldsOwn = ({ target, dataTransfer }) => inField(target) && !dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (fieldsOwn(event)) return;
    event.preventDefault();
    root.dataset.drag = "over";
  });
  addEventListener("dragleave", (event) => event.relatedTarget ?? delete root.dataset.drag);
  addEventListener("drop", (event) => {
    delete root.dataset.drag;
    const files = event.dataTransfer?.files;
    const text = event.dataTransfer?.getData("text/plain");
    if (!files?.length && (event.target === box || inField(event.target))) return;
    event.preventDefault();
    if (files?.length) take(files, false);
    else if (text) {
      putAside(text);
      given(null);
    }
  });
}

// inField reports whether something is a field of the page beside the box.
function inField(target) {
  return Boolean(target.closest?.("input, textarea, select")) && target !== box;
}

// startPasting takes a paste anywhere on the page, and keeps a large one out of
// the box, which would stand still for seconds.
function startPasting(given, take) {
  addEventListener("paste", (event) => {
    if (inField(event.target) || !event.clipboardData) return;
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData("text/plain");
    if (!text && files.length) {
      event.preventDefault();
      take(files, false);
      return;
    }
    if (!text) return;
    if (event.target !== box || box.readOnly) {
      event.preventDefault();
      putAside(text);
      given(null);
    } else if (box.value.length + text.length > largest) {
      event.preventDefault();
      putAside(box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd));
      given(null);
    } else {
      setTimeout(() => given(null)); // once the text is in place
    }
  });
}

// startNote lets the buttons of the note take a file out, and put back what was
// replaced.
function startNote(given) {
  note.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.matches(".out")) {
      source = { ...source, files: source.files.filter((_, i) => i !== Number(button.dataset.file)) };
    } else if (button?.matches(".back")) {
      const { text, kept } = replaced;
      [source, replaced] = [kept, null];
      box.value = text;
    } else return;
    show();
    remember();
    box.focus();
    given(null);
  });
}

// take returns what is to be checked, as {name, files: [{name, bytes}]}. The
// bytes are the page's own: who changes or transfers them makes a copy.
export function take() {
  const files = [...source.files];
  if (source.bytes) files.unshift({ name: source.name, bytes: source.bytes });
  else if (box.value || !files.length) files.unshift({ name: source.name, bytes: new TextEncoder().encode(box.value) });
  return { name: files.length === 1 ? files[0].name : (source.bundle ?? ""), files };
}

// put replaces the text.
export function put(text, name = "") {
  set({ ...none, name, bytes: text.length > largest ? new TextEncoder().encode(text) : null }, text);
}

// putAside replaces the text, and lets the reader put back what was there.
export function putAside(text, name) {
  remindOf();
  put(text, name);
}

export function clearSource() {
  remindOf();
  set(none, "");
  forget(key);
}

export function isEmpty() {
  return box.value === "" && source.files.length === 0;
}

// largeText reports whether the box shows only how the text begins.
export function largeText() {
  return box.readOnly;
}

// open takes files in. It resolves to null, or, for a file that is no text, to
// it, while the box keeps what it had; to undefined where something else took the
// source's place meanwhile.
async function open(list, add) {
  const mine = ++turn;
  const opened = [];
  const bundles = [];
  for (const file of list) {
    const whole = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    const inner = await unpack(whole).catch((error) => {
      throw new Error(`Cannot unpack ${file.name}: ${error.message.replace(/\.$/, "")}. Get it once more, or unpack it yourself and open the files.`);
    });
    if (inner[0] !== whole) bundles.push(file.name);
    opened.push(...inner);
  }
  if (mine !== turn && !add) return undefined;
  const texts = opened.filter(({ bytes }) => isText(decode(bytes.subarray(0, preview * 2))));
  if (!texts.length) return opened[0] ?? { name: list[0].name, bytes: new Uint8Array() };
  const left = opened.length - texts.length;
  const about = left ? `${left} of ${opened.length} files are no text and are left out.` : "";
  if (add) {
    source = { ...source, files: [...source.files, ...texts], about };
    show();
    remember();
  } else {
    putFiles(texts, bundles.length === 1 && list.length === 1 ? bundles[0] : "", about);
  }
  return null;
}

// putFiles takes files of {name, bytes} in place of what was there: one into the
// box, several beside it. bundle is the name of what they came in.
export function putFiles(files, bundle = "", about = "") {
  remindOf();
  if (files.length > 1) {
    set({ ...none, files, about, bundle }, "");
    return;
  }
  const [{ name, bytes }] = files;
  const size = bytes.length > largest ? preview * 4 : bytes.length;
  set({ ...none, name, bytes, about }, decode(bytes.subarray(0, size)));
}

// remindOf keeps what is about to be replaced.
function remindOf() {
  replaced = isEmpty() ? null : { text: box.value, kept: source };
}

// set makes a source the present one, with the text that the box shows of it.
function set(next, text) {
  turn++;
  source = next;
  box.value = (source.bytes?.length ?? 0) > largest ? text.slice(0, preview) : text;
  show();
  remember();
}

// show says below the box what the box does not show.
function show() {
  box.readOnly = (source.bytes?.length ?? 0) > largest;
  const parts = [];
  if (box.readOnly) {
    const size = source.bytes.length.toLocaleString("en");
    parts.push(`${source.name || "The text"} is large (${size} bytes): all of it is checked, the box shows how it begins. It is not kept over a reload. Clear empties the box.`);
  }
  if (source.about) parts.push(source.about);
  if (source.files.length) parts.push(fileList());
  if (replaced) parts.push("What was in the box before is not lost. ", button("Put it back", "back"));
  note.replaceChildren(...parts.flatMap((part) => [part, " "]));
  note.hidden = parts.length === 0;
}

function fileList() {
  const list = document.createElement("ul");
  source.files.forEach(({ name, bytes }, i) => {
    const item = document.createElement("li");
    const out = button("✕", "out");
    out.dataset.file = i;
    out.setAttribute("aria-label", `Take ${name} out`);
    item.append(`${name} (${bytes.length.toLocaleString("en")} bytes) `, out);
    list.append(item);
  });
  const item = document.createElement("li");
  item.append(button("Add files", "add"));
  list.append(item);
  return list;
}

function button(text, name) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = name;
  element.textContent = text;
  return element;
}

// remember keeps the text for the tab, as long as it is not too large.
function remember() {
  const files = source.files.map(({ name, bytes }) => ({ name, text: bytes.length <= largest ? decode(bytes) : null }));
  const size = files.reduce((sum, { text }) => sum + (text?.length ?? Infinity), box.value.length);
  if (box.readOnly || size > largest || isEmpty()) forget(key);
  else keep(key, { text: box.value, name: source.name, files });
}

function restore(kept) {
  if (typeof kept?.text !== "string" || box.value) return;
  const files = (Array.isArray(kept.files) ? kept.files : [])
    .filter((file) => typeof file?.name === "string" && typeof file.text === "string")
    .map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
  source = { ...none, name: typeof kept.name === "string" ? kept.name : "", files };
  box.value = kept.text;
  show();
}
