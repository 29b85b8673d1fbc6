// The keys of a page: "/" or Ctrl+K searches, the arrows turn pages, "?" shows
// this list. Keys without Ctrl can be switched off, as they get in the way of
// those who speak to their computer.
import { element, makeDialog } from "./dialog.js";
import { openSearch } from "./search.js";

const key = "headroom.keys";
const list = [
  ["/", "search; Ctrl+K does so, too"],
  ["← →", "previous and next page of the guide"],
  ["?", "this list"],
  ["↑ ↓ Enter", "in the results of a search: choose and go there"],
  ["Esc", "close"],
];

let help;

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(event) {
  if (event.defaultPrevented || document.querySelector("dialog[open]")) return null;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k") return openSearch;
  if (event.ctrlKey || event.metaKey || event.altKey || !singleKeys() || taken(event)) return null;
  switch (event.key) {
    case "/":
      return openSearch;
    case "?":
      return openHelp;
    case "ArrowLeft":
      return turn("prev");
    case "ArrowRight":
      return turn("next");
  }
  return null;
}

// taken reports whether the key belongs to what has the focus: a field, or for
// the arrows something that scrolls, or a selection that grows.
function taken({ target, key, shiftKey }) {
  if (shiftKey && key.startsWith("Arrow")) return true;
  if (target.closest?.("input, textarea, select, [contenteditable]")) return true;
  return key.startsWith("Arrow") && Boolean(target.closest?.("[tabindex='0'], summary, audio, video"));
}

function turn(direction) {
  const link = document.querySelector(`.turn a[rel="${direction}"]`);
  return link && (() => link.click());
}

function openHelp() {
  help ??= makeDialog("help", "Keys", element("h2", "", "Keys"), keyList(), switchOff());
  help.showModal();
}

function keyList() {
  const keys = element("dl");
  for (const [name, does] of list) {
    const term = element("dt");
    for (const each of name.split(" ")) term.append(element("kbd", "", each), " ");
    keys.append(term, element("dd", "", does));
  }
  return keys;
}

function switchOff() {
  const label = element("label");
  const box = element("input");
  box.type = "checkbox";
  box.checked = singleKeys();
  box.addEventListener("change", () => remember(box.checked));
  label.append(box, " Keys without Ctrl are on");
  return label;
}

function singleKeys() {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

function remember(on) {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    // The choice cannot be kept.
  }
}
