// Shows in the pages of the guide what the last check of this tab found: at the
// rule cards, at links to them, in the sidebar, and in the files to install.
import { anchorOf } from "./address.js";
import { element } from "./dialog.js";
import { showChanges } from "./filechanges.js";
import { forgetFindings, recallFindings, words } from "./findings.js";

// annotate does nothing where nothing was checked.
export function annotate() {
  const kept = recallFindings();
  if (!kept) return;
  for (const card of document.querySelectorAll(".rule-card[data-rule]")) {
    const finding = kept.byRule.get(card.dataset.rule);
    if (finding) fillCard(card, finding);
  }
  for (const link of document.querySelectorAll("article a[href*='.html#'], article a[href^='#']")) {
    const finding = kept.byRule.get(ruleOf(link));
    if (finding && !link.closest(".rule-card")) mark(link, finding);
  }
  for (const row of document.querySelectorAll("tr[data-rule]")) {
    const finding = kept.byRule.get(row.dataset.rule);
    if (finding) fillRow(row, finding);
  }
  showChanges(kept);
  countInSidebar(kept);
  tell(kept);
}

// ruleOf is the rule whose card a link leads to, if it does: its anchor is the
// rule's ID, but on the page that holds all others.
function ruleOf(link) {
  const id = link.hash.slice(1);
  return (id && document.getElementById(id)?.dataset.rule) ?? anchorOf(link.hash);
}

// fillCard says on the card what was found, below its heading.
function fillCard(card, finding) {
  card.dataset.verdict = finding.verdict;
  const result = element("p", "rule-result found-out");
  result.append(verdictOf(finding));
  if (finding.observed) result.append(" ", element("span", "rule-observed", `found ${finding.observed}`));
  if (finding.line) result.append(" ", element("span", "rule-line", `on line ${finding.line}`));
  if (finding.accepted) result.append(" (accepted)");
  card.firstElementChild.after(result);
}

function verdictOf({ verdict }) {
  return element("strong", "verdict", words[verdict]);
}

// mark puts the verdict's sign behind a link to a card, with words for those
// who do not see it.
function mark(link, { verdict, observed }) {
  const sign = element("span", "sign found-out");
  sign.dataset.verdict = verdict;
  sign.title = observed ? `${words[verdict]}: found ${observed}` : words[verdict];
  sign.append(element("span", "unseen", ` (${sign.title})`));
  link.after(sign);
}

function fillRow(row, finding) {
  row.dataset.verdict = finding.verdict;
  const cell = row.querySelector("th");
  const result = element("span", "found-out");
  result.append(verdictOf(finding), finding.observed && ` found ${finding.observed}`);
  cell.append(result);
}

// countInSidebar says at the page of the checked system how much is to do.
function countInSidebar({ os, byRule }) {
  const link = document.querySelector(`.sidebar a[data-os="${CSS.escape(os)}"]`);
  if (!link) return;
  const counts = count(byRule);
  const todo = ["fix", "review"].filter((verdict) => counts[verdict] > 0);
  for (const verdict of todo.length > 0 ? todo : ["ok"]) {
    const badge = element("span", "todo found-out", verdict === "ok" ? "nothing to fix" : `${counts[verdict]} ${words[verdict]}`);
    badge.dataset.verdict = verdict;
    link.append(" ", badge);
  }
  link.classList.add("checked-host");
}

function count(byRule) {
  const counts = { fix: 0, review: 0 };
  for (const { verdict, accepted } of byRule.values()) {
    if (!accepted && verdict in counts) counts[verdict]++;
  }
  return counts;
}

// tell says above the page that it shows findings, and offers to clear them.
function tell({ name, byRule }) {
  const note = document.getElementById("checked");
  if (!note || !document.querySelector("main .found-out")) return;
  const { fix, review } = count(byRule);
  const clearing = element("button", "", "Clear");
  clearing.type = "button";
  clearing.addEventListener("click", clear);
  note.replaceChildren(`This page shows what the check ${name ? `of ${name} ` : ""}found: ${fix} to fix, ${review} to review. `, clearing);
  note.hidden = false;
}

function clear() {
  forgetFindings();
  for (const marked of document.querySelectorAll(".found-out")) marked.remove();
  for (const marked of document.querySelectorAll(".rule-card[data-verdict], tr[data-verdict]")) delete marked.dataset.verdict;
  document.querySelector(".checked-host")?.classList.remove("checked-host");
  document.getElementById("checked").hidden = true;
  document.dispatchEvent(new Event("findings"));
}
