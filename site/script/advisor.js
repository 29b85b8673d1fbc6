// The script of the advisor's page: from the text in the box to the report.
import { lead, settle } from "./address.js";
import { Died, Stopped, call, start, stop } from "./client.js";
import { copies } from "./copies.js";
import { keepRemedies, startDownloads } from "./download.js";
import { loseDump, showDump, startDumpView } from "./dumpview.js";
import { applyFilter, startFilter } from "./filter.js";
import { forgetFindings, keepFindings, recallFindings } from "./findings.js";
import { startFrame } from "./frame.js";
import { startHandingOn } from "./handon.js";
import { keepCheck, startHistory } from "./history.js";
import { later } from "./later.js";
import { startLinks } from "./links.js";
import { forgetParts, givenParts, recallParts, saidOf, startParts, takeParts, without } from "./parts.js";
import { clearPlan, figuresOf, fillPlan, otherFigures, planFigures, planText, recallPlan, showWrong, startPlan } from "./plan.js";
import { fragment, ofLink, planFromAddress } from "./planlink.js";
import { startPrinting } from "./printing.js";
import { replace } from "./replace.js";
import { samples } from "./samples.js";
import { clearSource, isEmpty, largeText, put, putAside, putFiles, startSource, take } from "./source.js";
import { enter, fail, load, say, state, whenIdle } from "./state.js";

const pause = 400; // ms without a change before the text is checked anew
const enough = 2000; // ms of warming up

const element = (id) => document.getElementById(id);
const results = element("results");
const system = element("os");

let checks = 0; // so that only the latest one is shown
let stale = false; // something changed since the last check began

// check checks what the source holds, shows the report and resolves to it, of
// which only whole has the settings and the unread lines. A worker that dies is
// replaced, and the check is made once more.
async function check(plan = planText(), input = take(), { whole = false, again = true } = {}) {
  const turn = ++checks;
  stale = false;
  enter("busy", results.hidden ? "Checking…" : undefined);
  showWrong("");
  try {
    const files = (await copies(without(input.files))).map(({ name, bytes }, i) => ({ name, text: bytes, corrections: saidOf(i) }));
    if (turn !== checks && !whole) throw new Stopped("another check took its place");
    const request = { call: "check", name: input.name, os: system.value, plan, accept: "", today: today(), files, brief: !whole };
    const reply = await call(request, files.map(({ text }) => text.buffer), progress(turn));
    const report = JSON.parse(reply.json);
    if (turn === checks) await show(report, reply, turn);
    return report;
  } catch (error) {
    if (turn !== checks) throw error;
    if (error instanceof Died && again) return check(plan, input, { whole, again: false });
    leaveCancel();
    fail(error, showWrong(error.message));
    throw error;
  }
}

function progress(turn) {
  const bar = element("progress");
  bar.removeAttribute("value");
  return (share) => {
    if (turn === checks) bar.value = share;
  };
}

// show puts the findings in the page, and then, when they are drawn, the
// annotated dump.
async function show(report, { html, lines, host }, turn) {
  replace(element("report"), html.report);
  replace(element("capacity"), html.capacity);
  applyFilter();
  results.classList.toggle("only-notice", report.notice !== "");
  results.hidden = false;
  nameSystem(report);
  keepRemedies(report);
  if (report.notice) forgetFindings();
  else keepFindings(report, host);
  await new Promise((resolve) => setTimeout(resolve));
  if (turn === checks && !report.notice) await showDump(lines);
  if (turn !== checks) return;
  leaveCancel();
  enter("done", report.notice || announced(report));
}

// answer is the report's one line.
function answer() {
  return element("report").querySelector(".answer")?.textContent ?? "";
}

// announced is what screen readers are told: the answer, and how much is to do.
function announced({ findings }) {
  const count = (verdict) => findings.filter((finding) => finding.verdict === verdict && !finding.accepted).length;
  return `${answer() || "Done."} ${count("fix")} to fix, ${count("review")} to review.`;
}

// nameSystem says at the choice of systems what the text was taken for.
function nameSystem({ host, notice }) {
  const found = [...system.options].find((option) => option.value === host.os)?.textContent;
  element("os-found").textContent = system.value ? "let the text decide" : found && !notice ? `as the text says: ${found}` : "as the text says";
}

function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function clear() {
  if (state() === "busy") stop();
  checks++;
  clearSource();
  forgetParts();
  clearPlan();
  followPlan();
  if (planFromAddress()) settle(""); // or a reload would bring it back
  forgetFindings();
  results.hidden = true;
  for (const id of ["report", "capacity", "dump-view"]) element(id).replaceChildren();
  element("sample").value = system.value = "";
  enter("idle", "");
  load();
  element("dump").focus();
}

// leaveCancel keeps the focus in the page when the button goes that has it.
function leaveCancel() {
  if (document.activeElement === element("cancel")) element("check").focus({ preventScroll: true });
}

// cancel ends the check that is under way.
function cancel() {
  checks++;
  stop();
  loseDump();
  element("check").focus();
  enter("idle", "Cancelled. Your text is still here.");
  load();
}

// quiet runs a check whose failure the page has shown already.
function quiet(...input) {
  return check(...input).catch(() => {});
}

// ask is a check that the user asked for: the report comes into view.
async function ask(...input) {
  const given = { plan: planText(), os: system.value, parts: givenParts(), ...take() };
  say("Checking…"); // so that the same answer is announced again
  const found = await quiet(...input);
  if (found && !found.notice) keepCheck({ ...given, answer: answer() });
  const report = element("report");
  if (state() === "failed") element("status").scrollIntoView({ block: "nearest" });
  else if (!results.hidden && report.getBoundingClientRect().top > innerHeight / 2) report.scrollIntoView();
}

// recheck keeps the report in step with text and plan, once there is one.
const recheck = later(async () => {
  if (stale && !results.hidden && !largeText()) await quiet();
}, pause);

function changed() {
  stale = true;
  recheck();
}

function startButtons() {
  element("clear").addEventListener("click", clear);
  element("cancel").addEventListener("click", cancel);
  element("sample").addEventListener("change", ({ target }) => {
    if (!Object.hasOwn(samples, target.value)) return;
    putAside(samples[target.value], `sample ${target.value}`);
    forgetParts();
    system.value = "";
    ask();
  });
  system.addEventListener("change", () => quiet());
}

// followPlan keeps the link to the planner in step with the form, and says
// which figures of the planner count here, too.
function followPlan() {
  lead(element("to-planner"), fragment(planFigures()));
  const others = [...otherFigures()].map(([name, value]) => `${name} ${Number(value).toLocaleString("en")}`);
  element("plan-others").textContent = others.length ? `From the planner, too: ${others.join(", ")}.` : "";
  element("plan-others").hidden = others.length === 0;
}

function restorePlan() {
  const plan = planFromAddress();
  if (!plan) return false;
  fillPlan(plan.figures);
  followPlan();
  const note = ofLink(plan);
  if (note) say(note);
  return true;
}

startFrame();
startPrinting(results);
startSource({
  changed() {
    forgetParts();
    changed();
  },
  given(noText) {
    forgetParts();
    if (noText) ask("", { name: noText.name, files: [noText] });
    else ask();
  },
  trouble: fail,
});
startPlan(
  () => ask(),
  () => {
    followPlan();
    if (planFromAddress()) settle(fragment(planFigures())); // or a reload would bring back what it said
    changed();
  },
);
startButtons();
startHistory(({ files, name, os, plan, parts }) => {
  putFiles(files, name);
  takeParts(parts);
  fillPlan(figuresOf(plan));
  followPlan();
  system.value = os;
  ask();
});
startFilter();
startDownloads();
startHandingOn();
startParts(() => quiet());
recallParts();
if (isEmpty()) forgetParts(); // a text too large to be kept
startLinks();
startDumpView();
recallPlan();
followPlan();
restorePlan();
addEventListener("hashchange", () => restorePlan() && changed());
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return; // come back to, after the plan may have changed elsewhere
  recallPlan();
  followPlan();
});

globalThis.headroom = {
  // check puts the text in the box and checks it under the plan, a text of
  // name=value pairs; without one the form counts.
  check(text, plan) {
    put(String(text));
    forgetParts();
    return check(plan, take(), { whole: true });
  },
};

// warmUp has the worker check the samples for a while, as long as the reader has
// asked for nothing: a browser compiles a function when it is first used, and
// better when it has run for some time, for which the texts grow from round to
// round. A first check after it takes half the time, those that follow two thirds.
async function warmUp() {
  await start();
  const end = performance.now() + enough;
  for (let times = 1; performance.now() < end; times++) {
    await new Promise(whenIdle);
    for (const text of Object.values(samples)) {
      if (checks > 0) return;
      await call({ call: "check", dump: new TextEncoder().encode(text.repeat(times)), today: today(), brief: true });
    }
  }
}

whenIdle(() => {
  load();
  if (recallFindings() && !isEmpty()) quiet();
  else warmUp().catch(() => {}); // whoever checks in earnest is told
});
