// Parts of the text that the reader leaves out of a check: their lines are
// empty for the advisor, so that the others keep their numbers.
import { decode } from "./decode.js";

const note = document.getElementById("left-out");

let ranges = []; // {file, from, to}

// startLeavingOut lets the buttons of the report leave a part out, and the note
// take all of them in again. changed is called with each of it.
export function startLeavingOut(changed) {
  document.getElementById("report").addEventListener("click", ({ target }) => {
    const part = target.closest("button[data-from]")?.dataset;
    if (!part) return;
    ranges.push({ file: Number(part.file), from: Number(part.from), to: Number(part.to) });
    show();
    changed();
  });
  note.addEventListener("click", ({ target }) => {
    if (!target.closest("button")) return;
    takeIn();
    changed();
    document.getElementById("check").focus();
  });
}

// takeIn forgets what was left out: the text is another one.
export function takeIn() {
  ranges = [];
  show();
}

// without returns the files with the lines emptied that are left out.
export function without(files) {
  return files.map((file, i) => {
    const own = ranges.filter((range) => range.file === i);
    return own.length ? { ...file, bytes: blank(utf8(file.bytes), own) } : file;
  });
}

function utf8(bytes) {
  const wide = bytes[0] >= 0xfe || bytes.subarray(0, 2048).includes(0);
  return wide ? new TextEncoder().encode(decode(bytes)) : bytes;
}

// blank is a copy with the lines filled with spaces; the ends of lines stay.
function blank(given, own) {
  const bytes = given.slice();
  const end = 10;
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    const next = bytes.indexOf(end, at);
    const stop = next < 0 ? bytes.length : next;
    if (own.some(({ from, to }) => from <= line && line <= to)) bytes.fill(32, at, stop);
    at = stop + 1;
  }
  return bytes;
}

function show() {
  const lines = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  note.querySelector("span").textContent = `${lines} ${lines === 1 ? "line is" : "lines are"} left out of the check. `;
  note.hidden = ranges.length === 0;
}
