// The annotated dump: its first lines, and windows round the lines further
// down that a finding rests on. What lies between is fetched when asked for.
import { call } from "./client.js";
import { parse, setHTML } from "./trusted.js";

const step = 2000; // lines fetched at once; the check itself brings as many
const around = 5; // lines shown on either side of a finding's line

const view = document.getElementById("dump-view");

// showDump puts the first lines in place, and then the windows.
export async function showDump(html, report) {
  setHTML(view, html);
  const shown = lastLine();
  if (shown < step) return;
  view.append(gap(shown + 1, Infinity));
  const far = new Set(report.findings.flatMap((f) => f.lines).filter((line) => line > shown));
  for (const line of [...far].sort((a, b) => a - b)) await reveal(line);
}

// reveal makes sure that a line is there, and returns its element, or null
// when the dump has no such line.
export async function reveal(line) {
  const find = () => view.querySelector(`.line[data-line="${line}"]`);
  if (find()) return find();
  for (const hole of view.querySelectorAll(".gap")) {
    const { from, to } = bounds(hole);
    if (from <= line && line <= to) await fill(hole, Math.max(from, line - around), Math.min(to, line + around));
  }
  return find();
}

// startGaps lets the buttons between the windows fetch what they stand for.
export function startGaps() {
  view.addEventListener("click", async (event) => {
    const hole = event.target.closest(".gap");
    if (!hole) return;
    const { from, to } = bounds(hole);
    const before = hole.previousElementSibling;
    await fill(hole, from, Math.min(to, from + step - 1));
    const first = before?.nextElementSibling;
    if (first) {
      first.tabIndex = -1;
      first.focus();
    }
  });
}

// fill puts the lines from to to in place of that part of the gap.
async function fill(hole, from, to) {
  const reply = await call({ call: "lines", from, to });
  const lines = parse(reply.html.lines);
  const count = lines.querySelectorAll(".line").length;
  const all = bounds(hole);
  const parts = [];
  if (from > all.from) parts.push(gap(all.from, from - 1));
  parts.push(lines);
  const ended = count < to - from + 1; // the dump ends here
  if (!ended && to < all.to) parts.push(gap(to + 1, all.to));
  hole.replaceWith(...parts);
}

function gap(from, to) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "gap";
  button.dataset.from = from;
  button.dataset.to = to;
  const end = Math.min(to, from + step - 1);
  button.textContent = `Show lines ${from.toLocaleString("en")} to ${end.toLocaleString("en")}`;
  return button;
}

function bounds(hole) {
  return { from: Number(hole.dataset.from), to: Number(hole.dataset.to) };
}

function lastLine() {
  const lines = view.querySelectorAll(".line");
  return lines.length ? Number(lines[lines.length - 1].dataset.line) : 0;
}
