// The ways between a finding and the line it rests on: focus goes along, and
// what is folded opens.
import { reveal } from "./dumpview.js";

export function startLinks() {
  document.getElementById("results").addEventListener("click", async (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const line = Number(link.dataset.line);
    const target = line && !link.dataset.file ? await reveal(line) : document.getElementById(link.getAttribute("href").slice(1));
    if (target) go(target);
  });
}

function go(target) {
  const folded = target.closest("details");
  if (folded) folded.open = true;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}
