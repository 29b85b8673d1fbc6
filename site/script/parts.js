// Parts of the text that the reader leaves out of a check, and what the reader
// says that parts really are. Left out lines are empty for the advisor, so that
// the others keep their numbers. It lasts for the tab as the text does; a new
// text forgets all of it.
import { decode } from "./decode.js";
import { forget, keep, recall } from "./session.js";

const key = "headroom.parts";
const note = document.getElementById("left-out");

let ranges = []; // {file, from, to}, left out
let corrections = []; // {file, from, to, as}

// startParts lets the report's list of parts leave a part out and say what it is,
// and the note take all of them in again. changed is called with each of it.
export function startParts(changed) {
  const report = document.getElementById("report");
  report.addEventListener("click", ({ target }) => {
    const button = target.closest("button[data-from]");
    if (!button) return;
    ranges = [...ranges, lines(button)];
    settle();
    changed();
  });
  report.addEventListener("change", ({ target }) => {
    if (!target.matches("select[data-from]")) return;
    correct({ ...lines(target), as: target.value });
    settle();
    changed();
  });
  note.addEventListener("click", ({ target }) => {
    if (!target.closest("button")) return;
    ranges = [];
    settle();
    changed();
    document.getElementById("check").focus();
  });
}

// lines are those that an element of the list is about.
function lines({ dataset }) {
  return { file: Number(dataset.file), from: Number(dataset.from), to: Number(dataset.to) };
}

// correct takes the place of what was said of the same lines. Nothing is said of
// them where as is empty.
function correct(said) {
  corrections = corrections.filter(({ file, from, to }) => file !== said.file || to < said.from || said.to < from);
  if (said.as) corrections.push(said);
}

// forgetParts forgets what was left out and said: the text is another one.
export function forgetParts() {
  if (ranges.length + corrections.length > 0) takeParts(null);
}

// givenParts is what was left out and said, to be kept with the text.
export function givenParts() {
  return { left: ranges, said: corrections };
}

// takeParts puts back what was kept with the text.
export function takeParts(kept) {
  ({ left: ranges, said: corrections } = validParts(kept));
  settle();
}

// recallParts puts back the tab's.
export function recallParts() {
  takeParts(recall(key));
}

// validParts is what can be used of what claims to be such parts.
export function validParts(kept) {
  const list = (given) => (Array.isArray(given) ? given.filter(areLines) : []);
  return {
    left: list(kept?.left).map(({ file, from, to }) => ({ file, from, to })),
    said: list(kept?.said)
      .filter(({ as }) => typeof as === "string" && as.length < 100)
      .map(({ file, from, to, as }) => ({ file, from, to, as })),
  };
}

function areLines(given) {
  return [given?.file, given?.from, given?.to].every(Number.isSafeInteger) && given.file >= 0 && given.from > 0 && given.from <= given.to;
}

// saidOf is what was said of the lines of a file.
export function saidOf(index) {
  return corrections.filter(({ file }) => file === index).map(({ from, to, as }) => ({ from, to, as }));
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

// settle keeps for the tab what changed, and shows how much is left out.
function settle() {
  if (ranges.length + corrections.length > 0) keep(key, givenParts());
  else forget(key);
  const count = ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  note.querySelector("span").textContent = `${count} ${count === 1 ? "line is" : "lines are"} left out of the check. `;
  note.hidden = ranges.length === 0;
}
