// The ways between a finding and the line it rests on: focus goes along, what
// is folded opens, and what the filter hides is shown.
import { reveal } from "./dumpview.js";
import { unfilter } from "./filter.js";

export function startLinks() {
  document.getElementById("results").addEventListener("click", async (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const id = link.getAttribute("href").slice(1);
    const line = Number(link.dataset.line);
    const target = line ? await reveal(id, Number(link.dataset.file ?? 0), line) : document.getElementById(id);
    if (target) go(target);
  });
}

function go(target) {
  if (target.closest("[hidden]")) unfilter();
  for (let folded = target.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const view = target.matches(".line") && target.closest(".dump-view");
  if (view) view.scrollTop += target.getBoundingClientRect().top - view.getBoundingClientRect().top - view.clientHeight / 2;
  target.scrollIntoView({ block: view ? "nearest" : "start" });
}
