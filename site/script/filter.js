// The counts above the findings as a filter: those that are pressed are shown,
// and where none is, all are. It outlives the report it was set on.
import { say } from "./state.js";

const report = document.getElementById("report");

const pressed = new Set(); // verdicts

export function startFilter() {
  report.addEventListener("click", ({ target }) => {
    const button = target.closest(".counts button");
    if (!button) return;
    const verdict = button.dataset.filter;
    if (!pressed.delete(verdict)) pressed.add(verdict);
    applyFilter();
    say(pressed.size ? `Shown: ${[...report.querySelectorAll('.counts button[aria-pressed="true"]')].map((b) => b.textContent).join(", ")}.` : "All findings are shown.");
  });
}

// applyFilter shows the groups that the filter lets through, and opens those
// that were asked for. A filter on what the report does not have is dropped.
export function applyFilter() {
  const buttons = [...report.querySelectorAll(".counts button")];
  const present = new Set(buttons.map((button) => button.dataset.filter));
  for (const verdict of pressed) if (!present.has(verdict)) pressed.delete(verdict);
  for (const button of buttons) button.setAttribute("aria-pressed", pressed.has(button.dataset.filter));
  for (const group of report.querySelectorAll("section.findings")) {
    group.hidden = pressed.size > 0 && !pressed.has(group.dataset.verdict);
    if (pressed.has(group.dataset.verdict)) for (const details of group.querySelectorAll(":scope > details")) details.open = true;
  }
}

// unfilter shows all, so that a finding that is led to can be seen.
export function unfilter() {
  pressed.clear();
  applyFilter();
}
