// What a check leaves for the other pages: rule, verdict, observed value and
// line of each finding, the limits, and the lines that it asks to change in
// files, never the text that was checked. It is checked when it is read, as any
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

export function keepFindings(report, timeWait) {
  const findings = report.findings.map(({ rule, verdict, observed, line, accepted }) => ({
    rule,
    verdict,
    observed: observed.slice(0, observedMax),
    line,
    accepted: Boolean(accepted),
  }));
  const limits = report.capacity.limits.map(({ resource, supports, rule }) => ({ resource, supports, rule }));
  const { os, memoryBytes: memory, swapBytes: swap } = report.host;
  keep(key, { name: report.name, os, memory, swap, timeWait, findings, limits, files: changesOf(report) });
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

// recallLimits returns how many connections each limit of the last check
// allows, as lines that the advisor reads, the figures of a plan that the host
// gave, and the name of what was checked; null when it gave nothing of these.
export function recallLimits() {
  const kept = recall(key);
  if (!Array.isArray(kept?.limits)) return null;
  const lines = kept.limits.filter(validLimit).map(({ resource, supports, rule }) => [resource, supports, rule].join("\t"));
  const figures = figuresOf(kept);
  if (!lines.length && !figures.size) return null;
  return { name: text(kept.name), text: lines.join("\n"), figures };
}

function figuresOf({ memory, swap, timeWait }) {
  const sizes = Object.entries({ "ram-mb": memory, "swap-mb": swap });
  const figures = new Map(sizes.filter(([, bytes]) => Number.isSafeInteger(bytes) && bytes > 0).map(([name, bytes]) => [name, Math.floor(bytes / 2 ** 20)]));
  if (Number.isFinite(timeWait) && timeWait >= 1 && timeWait <= 600) figures.set("time-wait", timeWait); // the range of the plan's key
  return figures;
}

function validLimit(limit) {
  const plain = /^[\w .-]{1,100}$/;
  const name = (value) => typeof value === "string" && plain.test(value);
  return name(limit?.resource) && name(limit.rule) && Number.isFinite(limit.supports) && limit.supports >= 0 && limit.supports < 2 ** 53;
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
