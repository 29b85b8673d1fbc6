// The script of the planner's page: every change of a figure draws what
// follows from the plan anew.
import { lead, settle } from "./address.js";
import { Died, call } from "./client.js";
import { recallHost } from "./findings.js";
import { startFrame } from "./frame.js";
import { later } from "./later.js";
import { clearPlan, figuresOf, fillPlan, planFigures, planText, recallPlan, showWrong, startPlan } from "./plan.js";
import { fragment, ofLink, planFromAddress } from "./planlink.js";
import { startPrinting } from "./printing.js";
import { replace } from "./replace.js";
import { enter, fail, load, say, whenIdle } from "./state.js";

const pause = 120; // ms without a change before the plan is drawn anew

const element = (id) => document.getElementById(id);
let known = recallHost();
const ofHost = ["ram-mb", "swap-mb", "time-wait", "stack-kb"]; // figures that a host gives by itself

let turn = 0; // so that only the latest plan is shown

async function draw(again = true) {
  const mine = ++turn;
  enter("busy");
  try {
    const reply = await call({ call: "plan", plan: planText(), ...known });
    if (mine === turn) show(JSON.parse(reply.json), reply);
  } catch (error) {
    if (mine !== turn) return;
    if (error instanceof Died && again) {
      await draw(false);
      return;
    }
    fail(error, showWrong(error.message));
  }
}

function show({ results }, { html, told }) {
  tell("host", told);
  replace(element("report"), html.report);
  replace(element("capacity"), html.capacity);
  const total = results.find(({ id }) => id === "plan.connections");
  const count = `${results.length} ${results.length === 1 ? "result" : "results"}`;
  enter("done", results.length ? count + (total ? `, ${Math.ceil(total.value).toLocaleString("en")} connections at once.` : ".") : "");
}

// follow keeps the address in step with the form, so that a reload or a
// bookmark brings the plan back.
function follow() {
  const link = fragment(planFigures());
  settle(link);
  lead(element("check-with"), link);
}

// changed waits with the address, too: WebKit bears a hundred of them in half a
// minute.
const changed = later(() => {
  follow();
  return draw();
}, pause);

function restore() {
  const plan = planFromAddress();
  if (!plan) return;
  fillPlan(plan.figures);
  tell("link", ofLink(plan));
}

const notes = new Map(); // by what they are of

// tell puts a note in the place of the one of the same kind.
function tell(kind, note) {
  notes.set(kind, note);
  const text = [...notes.values()].filter(Boolean).join(" ");
  element("told").textContent = text;
  element("told").hidden = text === "";
}

function startButtons() {
  element("preset").addEventListener("change", ({ target }) => {
    if (!target.value) return;
    fillPlan(figuresOf(target.value).filter(([name]) => !known || !ofHost.includes(name))); // an example's are not the host's
    target.value = "";
    changed();
  });
  element("clear").addEventListener("click", () => {
    clearPlan();
    tell("link", "");
    changed();
  });
  element("link").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      say("The link is copied. It holds the figures of the plan and the version of the rules, nothing else.");
    } catch {
      say("The browser does not let this page copy: the link stands in its address bar.");
    }
  });
}

// startAsked leads from an input that is asked for to its field.
function startAsked() {
  element("results").addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#plan-"]');
    const field = link && element(link.getAttribute("href").slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
}

startFrame();
startPrinting(element("results"));
recallPlan();
restore();
follow();
startPlan(() => draw(), changed);
startButtons();
startAsked();
addEventListener("hashchange", () => {
  if (!planFromAddress()) return;
  restore();
  changed();
});
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return; // come back to, after the plan may have changed elsewhere
  known = recallHost();
  recallPlan();
  changed();
});
whenIdle(() => {
  load();
  draw();
});
