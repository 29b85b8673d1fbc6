// What a check leaves for the other pages: rule, verdict, observed value and
// line of each finding, what is known of the host, and the lines that the check asks
// to change in files, never the text that was checked. It is checked when it is read, as any
// page of the same origin could have written it.
import { changesOf, validFiles } from "./changes.js";
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

export function keepFindings(report, host) {
  const findings = report.findings.map(({ rule, verdict, observed, line, accepted }) => ({
    rule,
    verdict,
    observed: observed.slice(0, observedMax),
    line,
    accepted: Boolean(accepted),
  }));
  keep(key, { name: report.name, os: report.host.os, host, findings, files: changesOf(report) });
}

// recallFindings returns the findings of the last check by rule, the name of
// what was checked, its operating system, and the files to change; null when
// nothing was.
export function recallFindings() {
  const kept = recall(key);
  if (!Array.isArray(kept?.findings)) return null;
  const byRule = new Map();
  for (const f of kept.findings) {
    if (valid(f)) byRule.set(f.rule, f);
  }
  return { name: text(kept.name), os: text(kept.os), byRule, files: validFiles(kept.files) };
}

// text is a string of bearable length, whatever was kept.
function text(value) {
  return typeof value === "string" ? value.slice(0, observedMax) : "";
}

// recallHost returns what is known of the host that was checked last, as the advisor
// wrote it and reads it, and the name of what was checked; null when nothing was.
export function recallHost() {
  const kept = recall(key);
  return typeof kept?.host === "string" ? { name: text(kept.name), host: kept.host } : null;
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
