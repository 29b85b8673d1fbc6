// What a check leaves for the other pages: rule, verdict, observed value and
// line of each finding, and the limits, never the text that was checked. It is checked when it
// is read, as any page of the same origin could have written it.
import { forget, keep, recall } from "./session.js";

const key = "headroom.findings";
const observedMax = 200;

// words are the verdicts there are, as a reader sees them.
export const words = {
  fix: "fix",
  review: "review",
  ok: "ok",
  info: "info",
  unseen: "not seen",
  superseded: "superseded",
};

export function keepFindings(report) {
  const findings = report.findings.map(({ rule, verdict, observed, line }) => ({
    rule,
    verdict,
    observed: observed.slice(0, observedMax),
    line,
  }));
  const limits = report.capacity.limits.map(({ resource, supports, rule }) => ({ resource, supports, rule }));
  keep(key, { name: report.name, findings, limits });
}

// recallFindings returns the findings of the last check by rule, and the name
// of what was checked; null when nothing was.
export function recallFindings() {
  const kept = recall(key);
  if (!Array.isArray(kept?.findings)) return null;
  const byRule = new Map();
  for (const f of kept.findings) {
    if (valid(f)) byRule.set(f.rule, f);
  }
  return { name: typeof kept.name === "string" ? kept.name.slice(0, observedMax) : "", byRule };
}

// recallLimits returns how many connections each limit of the last check
// allows, as lines that the advisor reads, and the name of what was checked;
// null when there is none.
export function recallLimits() {
  const kept = recall(key);
  if (!Array.isArray(kept?.limits)) return null;
  const lines = kept.limits.filter(validLimit).map(({ resource, supports, rule }) => [resource, supports, rule].join("\t"));
  if (!lines.length) return null;
  return { name: typeof kept.name === "string" ? kept.name.slice(0, observedMax) : "", text: lines.join("\n") };
}

function validLimit(limit) {
  const plain = /^[\w .-]{1,100}$/;
  return plain.test(limit?.resource) && plain.test(limit.rule) && Number.isFinite(limit.supports) && limit.supports >= 0 && limit.supports < 2 ** 53;
}

function valid(f) {
  return (
    typeof f?.rule === "string" &&
    Object.hasOwn(words, f.verdict) &&
    typeof f.observed === "string" &&
    f.observed.length <= observedMax &&
    Number.isSafeInteger(f.line) &&
    f.line >= 0
  );
}

export function forgetFindings() {
  forget(key);
}
