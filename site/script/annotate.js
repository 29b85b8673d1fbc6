// Shows at the rule cards of a page what the last check of this tab found.
import { forgetFindings, recallFindings, words } from "./findings.js";

export function annotate() {
  const kept = recallFindings();
  if (!kept) return;
  let seen = 0;
  for (const card of document.querySelectorAll(".rule-card[data-rule]")) {
    const finding = kept.byRule.get(card.dataset.rule);
    if (finding) {
      fill(card, finding);
      seen++;
    }
  }
  if (seen > 0) tell(kept.name, seen);
}

function fill(card, { verdict, observed, line }) {
  card.dataset.verdict = verdict;
  const result = card.querySelector(".rule-result");
  result.querySelector(".verdict").textContent = words[verdict];
  result.querySelector(".rule-observed").textContent = observed ? `found ${observed}` : "";
  result.querySelector(".rule-line").textContent = line ? `on line ${line}` : "";
  result.hidden = false;
}

function clear() {
  forgetFindings();
  for (const card of document.querySelectorAll(".rule-card[data-verdict]")) {
    delete card.dataset.verdict;
    const result = card.querySelector(".rule-result");
    result.hidden = true;
    for (const part of result.children) part.textContent = "";
  }
  document.getElementById("checked").hidden = true;
}

// tell says above the page that it shows findings, and offers to clear them.
function tell(name, seen) {
  const note = document.getElementById("checked");
  if (!note) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Clear";
  button.addEventListener("click", clear);
  note.replaceChildren(`${seen} cards on this page show what the check ${name ? `of ${name} ` : ""}found. `, button);
  note.hidden = false;
}
