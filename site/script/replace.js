// Puts new markup in place of old without losing the reader's place: what was
// open stays open, and focus stays on what bears the same id or leads to the
// same place.
import { setHTML } from "./trusted.js";

export function replace(element, html) {
  const open = [...element.querySelectorAll("details[open][id]")].map((d) => d.id);
  const focused = element.contains(document.activeElement) ? sign(document.activeElement) : null;
  setHTML(element, html);
  for (const id of open) {
    const details = document.getElementById(id);
    if (details) details.open = true;
  }
  if (focused) (find(element, focused) ?? element).focus({ preventScroll: true });
}

// sign is what to find an element by when its copy took its place.
function sign(element) {
  const around = element.closest("[id]");
  return { id: around?.id, tag: element.tagName, marks: marks(element), itself: around === element };
}

// marks are what tells buttons and links of one place apart.
function marks(element) {
  return JSON.stringify([element.getAttribute("href"), { ...element.dataset }]);
}

function find(element, { id, tag, marks: wanted, itself }) {
  const around = id ? document.getElementById(id) : element;
  if (itself || !around) return around;
  return [...around.querySelectorAll(tag)].find((e) => marks(e) === wanted);
}
