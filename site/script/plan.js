// The plan's form as the text that the advisor reads: name=value,name=value.
// Figures of a plan that this page's form has no field for are kept and go
// along. The plan lasts for the tab, and the pages with a form share it.
import { forget, keep, recall } from "./session.js";

const key = "headroom.plan";
const form = document.getElementById("plan");

let others = new Map(); // by name

export function planText() {
  return [...planFigures()].map(([name, value]) => `${name}=${value}`).join(",");
}

// planFigures are the figures given, by name.
export function planFigures() {
  const figures = new Map(others);
  for (const [name, value] of new FormData(form)) {
    const figure = value.replace(/[\s,']/g, ""); // 20,000 and 20 000 as people write them
    if (figure) figures.set(name, figure);
  }
  return figures;
}

// figuresOf are the figures of a plan as text.
export function figuresOf(text) {
  return text
    .split(",")
    .filter(Boolean)
    .map((entry) => entry.split("="));
}

// fillPlan puts figures into the form in place of what it holds.
export function fillPlan(figures) {
  form.reset();
  showWrong("");
  others = new Map();
  for (const [name, value] of figures) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
    else others.set(name, value);
  }
  remember();
}

// recallPlan puts the tab's plan into the form.
export function recallPlan() {
  const text = recall(key);
  if (typeof text === "string") fillPlan(figuresOf(text).filter(([name, value]) => validFigure(name, value)));
}

// validFigure reports whether a name and a value from elsewhere can be of a
// plan.
export function validFigure(name, value) {
  return /^[a-z-]{1,40}$/.test(name) && /^[\d.]{1,30}$/.test(value);
}

function remember() {
  const text = planText();
  if (text) keep(key, text);
  else forget(key);
}

// otherFigures are those that the form has no field for.
export function otherFigures() {
  return others;
}

export function clearPlan() {
  fillPlan([]);
}

// startPlan calls check when Check is pressed, or Enter in a field, and
// changed when a figure changes.
export function startPlan(check, changed) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  form.addEventListener("input", () => {
    showWrong("");
    remember();
    changed();
  });
}

// showWrong marks the field that an error of the advisor names, and no other, and
// says there what is wrong. It returns the error as a person reads it.
export function showWrong(message) {
  let told = message;
  for (const field of form.elements) {
    if (!field.name) continue;
    const begin = `plan key ${field.name}: `;
    const wrong = message.startsWith(begin) ? message.slice(begin.length) : "";
    mark(field, wrong);
    if (wrong) told = `${field.labels[0].textContent}: ${wrong}`;
  }
  return told;
}

function mark(field, wrong) {
  const id = `wrong-${field.name}`;
  document.getElementById(id)?.remove();
  const hint = `hint-${field.name}`;
  field.setAttribute("aria-describedby", wrong ? `${id} ${hint}` : hint);
  if (!wrong) {
    field.removeAttribute("aria-invalid");
    return;
  }
  field.setAttribute("aria-invalid", "true");
  const note = document.createElement("span");
  note.id = id;
  note.className = "wrong";
  note.textContent = wrong;
  document.getElementById(hint).before(note);
}
