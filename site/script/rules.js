// The filters of the index of rules: by system, kind, verdict after a check,
// and by text.
const filters = document.getElementById("filter");
const field = (name) => filters.querySelector(`[name="${name}"]`);

export function startRules() {
  if (!filters) return;
  filters.addEventListener("input", filter);
  document.addEventListener("findings", offerVerdicts);
  offerVerdicts();
  filter(); // the browser may have kept what was chosen
}

// offerVerdicts shows that filter only where a check left verdicts.
function offerVerdicts() {
  const any = document.querySelector("tr[data-verdict]") !== null;
  field("verdict").closest("label").hidden = !any;
  if (!any) field("verdict").value = "";
}

function filter() {
  const [system, kind, verdict, text] = ["system", "kind", "verdict", "text"].map((name) => field(name).value);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of document.querySelectorAll("tr[data-rule]")) {
    const { rule, verdict: found = "" } = row.dataset;
    const fits =
      (!system || rule.startsWith(system === "any" ? "plan." : `${system}.`)) &&
      (!kind || (kind === "beyond") === (row.querySelector("small") !== null)) &&
      (!verdict || found === verdict) &&
      words.every((word) => row.textContent.toLowerCase().includes(word));
    row.hidden = !fits;
    if (fits) shown++;
  }
  document.getElementById("shown").textContent = shown === 1 ? "1 rule" : `${shown} rules`;
}
