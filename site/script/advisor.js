// The script of the advisor's page: from the text in the box to the report.
import { Died, call, start, stop } from "./client.js";
import { startCarrying } from "./carry.js";
import { startCopying } from "./copy.js";
import { showDump, startGaps } from "./dumpview.js";
import { forgetFindings, keepFindings, recallFindings } from "./findings.js";
import { startLinks } from "./links.js";
import { clearPlan, planText, startPlan } from "./plan.js";
import { samples } from "./samples.js";
import { clearSource, isEmpty, put, startSource, take } from "./source.js";
import { startThemeSwitch } from "./themeswitch.js";
import { setHTML } from "./trusted.js";

const root = document.documentElement;
const element = (id) => document.getElementById(id);
const status = element("status");
const results = element("results");

let checks = 0; // so that only the latest one is shown

// check checks what the source holds, shows the report and resolves to it. A
// worker that dies is replaced, and the check is made once more.
async function check(plan = planText(), input = take(), again = true) {
  const turn = ++checks;
  const bytes = again ? input.bytes.slice() : input.bytes;
  root.dataset.advisor = "busy";
  say("Checking…");
  try {
    const request = { call: "check", name: input.name, os: "", plan, accept: "", today: today(), dump: bytes };
    const reply = await call(request, [bytes.buffer]);
    const report = JSON.parse(reply.json);
    if (turn === checks) await show(report, reply.html, turn);
    return report;
  } catch (error) {
    if (turn !== checks) throw error;
    if (error instanceof Died && again) return check(plan, input, false);
    fail(error);
    throw error;
  }
}

// show puts the findings in the page, and then, in a task of its own so that
// they are drawn first, the annotated dump.
async function show(report, html, turn) {
  setHTML(element("report"), html.report);
  setHTML(element("capacity"), html.capacity);
  results.classList.toggle("only-notice", report.notice !== "");
  results.hidden = false;
  if (report.notice) forgetFindings();
  else keepFindings(report);
  await new Promise((resolve) => setTimeout(resolve));
  if (turn !== checks) return;
  showDump(html.lines, report).catch(() => {}); // a later check took its place
  root.dataset.advisor = "done";
  say(report.notice || element("report").querySelector(".answer")?.textContent || "Done.");
}

function fail(error) {
  root.dataset.advisor = "failed";
  const reason = error instanceof Died ? `The advisor stopped (${error.message}). Your text is still in the box.` : error.message;
  say(reason);
}

function say(text) {
  status.textContent = text;
}

function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function clear() {
  if (root.dataset.advisor === "busy") stop();
  checks++;
  clearSource();
  clearPlan();
  forgetFindings();
  results.hidden = true;
  for (const id of ["report", "capacity", "dump-view"]) element(id).replaceChildren();
  element("sample").value = "";
  say("");
  root.dataset.advisor = "idle";
  load();
  element("dump").focus();
}

// load starts the worker while nothing else is to do.
function load() {
  if (root.dataset.advisor === "idle") root.dataset.advisor = "loading";
  const settle = (state) => {
    if (root.dataset.advisor === "loading") root.dataset.advisor = state;
  };
  start().then(
    () => settle("ready"),
    (error) => {
      if (root.dataset.advisor === "loading") fail(error);
    },
  );
}

// quiet runs a check whose failure the page has shown already.
function quiet(...input) {
  return check(...input).catch(() => {});
}

// ask is a check that the user asked for: the report comes into view.
async function ask(...input) {
  await quiet(...input);
  const report = element("report");
  if (!results.hidden && report.getBoundingClientRect().top > innerHeight / 2) report.scrollIntoView();
}

function startButtons() {
  element("clear").addEventListener("click", clear);
  element("sample").addEventListener("change", ({ target }) => {
    if (!Object.hasOwn(samples, target.value)) return;
    put(samples[target.value], `sample ${target.value}`);
    ask();
  });
}

startThemeSwitch();
startCarrying();
startCopying();
startSource((noText) => (noText ? ask("", noText) : ask()));
startPlan(() => ask());
startButtons();
startLinks();
startGaps();

globalThis.headroom = {
  // check puts the text in the box and checks it under the plan, a text of
  // name=value pairs; without one the form counts.
  check(text, plan) {
    put(String(text));
    return check(plan);
  },
};

const idle = globalThis.requestIdleCallback ?? ((f) => setTimeout(f, 50));
idle(() => {
  load();
  if (recallFindings() && !isEmpty()) quiet();
});
