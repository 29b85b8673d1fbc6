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

// fill says on the card what was found, below its heading.
function fill(card, { verdict, observed, line }) {
  card.dataset.verdict = verdict;
  const result = part("p", "rule-result");
  result.append(part("strong", "verdict", words[verdict]));
  if (observed) result.append(" ", part("span", "rule-observed", `found ${observed}`));
  if (line) result.append(" ", part("span", "rule-line", `on line ${line}`));
  card.querySelector("h3").after(result);
}

function part(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function clear() {
  forgetFindings();
  for (const card of document.querySelectorAll(".rule-card[data-verdict]")) {
    delete card.dataset.verdict;
    card.querySelector(".rule-result").remove();
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
