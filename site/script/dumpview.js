// The annotated dump. One of usual length is in the page as a whole, put there
// piece by piece, so that the page answers in between. Of a long one only what
// shows is: the worker hands windows of its lines, and a sheet as high as all of
// them keeps the scroll bar true.
import { call } from "./client.js";
import { Rows } from "./rows.js";
import { parse, setHTML } from "./trusted.js";

const whole = 2000; // rows up to which a dump is in the page as a whole
const piece = 300; // lines that are asked for, and laid out, at a time, in some 10 ms
const beyond = 120; // rows kept above and below those that show
const highest = 8_000_000; // px; browsers bear no element that is much higher

const view = document.getElementById("dump-view");

let rows = new Rows([]);
let sheet = null; // of a long dump: {element, window, height of a row, shrunk, width, from, to}
let shows = 0; // so that a window of an older dump is not shown
let drawn = Promise.resolve(); // when all of the dump is there that is to be
let drawing = false; // a whole dump is half there

// showDump fetches and shows the dump that was checked last, of that many lines
// a file.
export function showDump(lines) {
  const all = new Rows(lines);
  drawn = (all.total <= whole ? showWhole : showBegin)(all, ++shows);
  return drawn;
}

async function showBegin(all, mine) {
  const { html } = await call({ call: "lines", from: 1, to: piece });
  if (mine !== shows) return;
  const top = view.scrollTop;
  rows = all;
  layOut(html.lines);
  view.scrollTop = top; // where the reader was, as far as there is such a place
  fill();
}

// showWhole puts each piece in place of the one before: the reader stays where
// they are, as rows have one height.
async function showWhole(all, mine) {
  let place = 0;
  drawing = true;
  for (let from = 1; from <= all.lines; from += piece) {
    const { html } = await call({ call: "lines", from, to: from + piece - 1 });
    if (mine !== shows) return;
    if (sheet) view.replaceChildren();
    rows = all;
    sheet = null;
    put(html.lines, place++);
  }
  while (view.children[place]) view.lastElementChild.remove();
  drawing = false;
}

// loseDump is for when the worker that holds the dump has gone: what is not in the
// page cannot be shown any more.
export function loseDump() {
  shows++;
  if (!sheet && !drawing) return;
  view.textContent = "The check was cancelled: check again to see the lines.";
  rows = new Rows([]);
  sheet = null;
  drawing = false;
}

function put(html, place) {
  const block = document.createElement("div");
  setHTML(block, html);
  const old = view.children[place];
  const focused = focusIn(old);
  if (old) old.replaceWith(block);
  else view.append(block);
  if (focused) refocus(focused);
  block.getBoundingClientRect(); // laid out now, not with the next ones in one long task
}

// focusIn is the id of the line of an element that has the focus.
function focusIn(element) {
  return element?.contains(document.activeElement) ? document.activeElement.closest(".line")?.id : null;
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

// fill fetches the window round the rows that show, unless they are there, or a
// fetch of just these has brought nothing. A sheet that does not show has no rows.
function fill(fetched) {
  if (!sheet || !(sheet.row > 0)) return null;
  const { first, count } = visible();
  const last = Math.min(rows.total, first + count);
  if ((sheet.from <= first && last <= sheet.to) || first === fetched) return null;
  const mine = filling === null;
  filling ??= fetch(first, last).finally(() => {
    filling = null;
  });
  return filling.then(
    () => fill(mine ? first : undefined), // the reader may have scrolled on
    () => null,
  );
}

async function fetch(first, last) {
  const mine = shows;
  const { from, to, row } = rows.window(first - beyond, last + beyond);
  const reply = await call({ call: "lines", from, to });
  if (mine !== shows || !sheet) return;
  const lines = parse(reply.html.lines);
  const focused = focusIn(sheet.window);
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
  await drawn.catch(() => {}); // the check has told
  if (!rows.files[file] || line < 1 || line > rows.files[file].count) return null;
  if (sheet) {
    view.scrollTop = Math.max(0, rows.of(file, line) * sheet.row * sheet.shrunk - view.clientHeight / 2);
    for (let tries = 0; tries < 3 && fill(); tries++) await fill();
  }
  return document.getElementById(id);
}
