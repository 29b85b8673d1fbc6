// The annotated dump. Of a long one only what shows is in the page: the worker
// hands windows of its lines, and a sheet as high as all of them keeps the
// scroll bar true.
import { call } from "./client.js";
import { Rows } from "./rows.js";
import { parse, setHTML } from "./trusted.js";

const whole = 2000; // rows up to which a dump is in the page as a whole
const begin = 300; // lines of a longer one that are asked for at first
const beyond = 120; // rows kept above and below those that show
const highest = 8_000_000; // px; browsers bear no element that is much higher

const view = document.getElementById("dump-view");

let rows = new Rows([]);
let sheet = null; // of a long dump: {element, window, height of a row, shrunk, width, from, to}
let shows = 0; // so that a window of an older dump is not shown

// showDump fetches and shows the dump that was checked last, of that many lines
// a file.
export async function showDump(lines) {
  const mine = ++shows;
  const all = new Rows(lines);
  const { html } = await call({ call: "lines", from: 1, to: all.total <= whole ? 0 : begin });
  if (mine !== shows) return;
  const top = view.scrollTop;
  rows = all;
  sheet = null;
  if (rows.total <= whole) setHTML(view, html.lines);
  else layOut(html.lines);
  view.scrollTop = top; // where the reader was, as far as there is such a place
  fill();
}

function layOut(html) {
  const element = document.createElement("div");
  element.className = "sheet";
  const window = document.createElement("div");
  window.className = "window";
  setHTML(window, html);
  element.append(window);
  view.replaceChildren(element);
  const row = window.firstElementChild.getBoundingClientRect().height;
  const height = Math.min(row * rows.total, highest);
  element.style.height = `${height}px`;
  sheet = { element, window, row, shrunk: height / (row * rows.total), width: 0, from: 0, to: window.childElementCount };
}

// startDumpView keeps the window with what shows.
export function startDumpView() {
  let asked = false;
  const follow = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      fill();
    });
  };
  view.addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(follow).observe(view);
}

// visible is the rows that show: the first, and how many there is room for.
function visible() {
  return { first: Math.floor(view.scrollTop / sheet.shrunk / sheet.row), count: Math.ceil(view.clientHeight / sheet.row) };
}

let filling = null; // the promise of a fill that is under way

// fill fetches the window round the rows that show, unless they are there.
function fill() {
  if (!sheet) return null;
  const { first, count } = visible();
  const last = Math.min(rows.total, first + count);
  if (sheet.from <= first && last <= sheet.to) return null;
  filling ??= fetch(first, last).finally(() => {
    filling = null;
  });
  return filling.then(fill, () => null); // the reader may have scrolled on
}

async function fetch(first, last) {
  const mine = shows;
  const { from, to, row } = rows.window(first - beyond, last + beyond);
  const reply = await call({ call: "lines", from, to });
  if (mine !== shows || !sheet) return;
  const lines = parse(reply.html.lines);
  const focused = sheet.window.contains(document.activeElement) ? document.activeElement.closest(".line")?.id : null;
  const count = lines.childElementCount;
  sheet.window.replaceChildren(lines);
  // The row at the top of the view stays where it is, on a shrunk sheet, too.
  sheet.window.style.top = `${sheet.shrunk === 1 ? row * sheet.row : Math.max(0, view.scrollTop - (visible().first - row) * sheet.row)}px`;
  sheet.from = row;
  sheet.to = row + count;
  sheet.width = Math.max(sheet.width, sheet.window.offsetWidth);
  sheet.element.style.minWidth = `${sheet.width}px`; // so that nothing moves sideways when long lines go
  if (focused) refocus(focused);
}

// refocus keeps the focus on a line that was drawn anew, else on the view.
function refocus(id) {
  const line = document.getElementById(id);
  if (line) line.tabIndex = -1;
  (line ?? view).focus({ preventScroll: true });
}

// reveal makes sure that a line is in the page, in sight of the view, and
// resolves to its element, or to null when the dump has no such line.
export async function reveal(id, file, line) {
  if (!rows.files[file] || line < 1 || line > rows.files[file].count) return null;
  if (sheet) {
    view.scrollTop = Math.max(0, rows.of(file, line) * sheet.row * sheet.shrunk - view.clientHeight / 2);
    for (let tries = 0; tries < 3 && fill(); tries++) await fill();
  }
  return document.getElementById(id);
}
