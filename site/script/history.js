// The history of checks: kept in this browser only, only where the reader asks
// for it, and gone when the reader says so.
import { decode } from "./decode.js";
import { save } from "./download.js";
import { validParts } from "./parts.js";
import { say } from "./state.js";
import { addCheck, allChecks, deleteAll, deleteCheck } from "./store.js";

const key = "headroom.history";
const schema = "headroom-history/1";
const largest = 10_000_000; // bytes of a check that is kept
const longest = 1000; // characters of a name, a plan or an answer

const part = document.getElementById("history");
const box = document.getElementById("history-on");
const list = document.getElementById("history-list");

let kept = []; // what the list shows
let keeping = Promise.resolve(); // one after the other, so that each sees what is kept
let gone = []; // what was deleted all at once, as long as nothing else is kept

// startHistory calls open with a check that is to be made again.
export function startHistory(open) {
  box.checked = isOn();
  box.addEventListener("change", () => turn(box.checked));
  list.addEventListener("click", ({ target }) => act(target, open));
  document.getElementById("history-delete").addEventListener("click", forgetAll);
  document.getElementById("history-export").addEventListener("click", exportAll);
  document.getElementById("history-import").addEventListener("change", ({ target }) => importFrom(target));
  part.addEventListener("toggle", () => part.open && show());
}

function isOn() {
  try {
    return localStorage.getItem(key) === "on";
  } catch {
    return false;
  }
}

function turn(on) {
  try {
    if (on) localStorage.setItem(key, "on");
    else localStorage.removeItem(key);
    say(on ? "From now on each check is kept in this browser." : "Checks are not kept any more. What was kept stays until you delete it.");
  } catch {
    box.checked = false;
    say("This browser keeps nothing for this page.");
  }
}

// keepCheck keeps a check, where the reader asked for it and the same one is not
// kept yet.
export function keepCheck(check) {
  keeping = keeping.then(() => keepOne(check));
  return keeping;
}

async function keepOne({ name, os, plan, parts, answer, files }) {
  if (!isOn() || files.reduce((sum, { bytes }) => sum + bytes.length, 0) > largest) return;
  const check = { when: new Date().toISOString(), name, os, plan, parts, answer, files };
  try {
    if ((await allChecks()).some((earlier) => same(earlier, check))) return;
    await addCheck(check);
    if (part.open) await show();
  } catch (error) {
    say(`This check was not kept: ${error.message}.`);
  }
}

function same(a, b) {
  const parts = ({ parts }) => JSON.stringify(validParts(parts)); // older checks have none
  return a.os === b.os && a.plan === b.plan && parts(a) === parts(b) && a.files.length === b.files.length && a.files.every(({ bytes }, i) => indexedDB.cmp(bytes, b.files[i].bytes) === 0);
}

// attempt does something to what is kept, and shows what is left.
async function attempt(change, done) {
  try {
    await change();
    say(done);
  } catch (error) {
    say(`This browser does not do that: ${error.message}.`);
  }
  await show();
}

// forgetAll deletes everything, or puts back what it deleted before.
async function forgetAll() {
  if (kept.length === 0) {
    await attempt(() => addAll(gone), "What was deleted is back.");
    return;
  }
  const all = kept;
  await attempt(async () => {
    await deleteAll();
    gone = all;
  }, "Everything that was kept is deleted. The button puts it back, as long as this page is open.");
}

// addAll keeps checks, the earliest first, so that the list has them in order.
async function addAll(checks) {
  for (const { key, ...check } of checks.toReversed()) await addCheck(check);
}

async function show() {
  try {
    kept = await allChecks();
  } catch {
    kept = [];
  }
  if (kept.length > 0) gone = [];
  list.replaceChildren(...kept.map(item));
  document.getElementById("history-export").disabled = kept.length === 0;
  const remove = document.getElementById("history-delete");
  remove.disabled = kept.length + gone.length === 0;
  remove.textContent = gone.length > 0 ? "Put all back" : "Delete all";
  document.getElementById("history-none").hidden = kept.length > 0;
}

function item({ when, name, answer }, i) {
  const row = document.createElement("li");
  const time = document.createElement("time");
  time.dateTime = when;
  time.textContent = new Date(when).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
  const text = document.createElement("span");
  text.textContent = ` ${name ? `${name}: ` : ""}${answer} `;
  row.append(time, text, button("Open", "open", i), " ", button("Delete", "delete", i));
  return row;
}

function button(label, does, i) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.dataset.does = does;
  element.dataset.check = i;
  return element;
}

async function act(target, open) {
  const { does, check } = target.closest("button")?.dataset ?? {};
  if (does === "open") open(kept[check]);
  if (does !== "delete") return;
  await attempt(() => deleteCheck(kept[check].key), "The check is deleted.");
  (list.querySelectorAll('[data-does="delete"]')[check] ?? list.querySelector("button:last-of-type") ?? part.querySelector("summary")).focus();
}

function exportAll() {
  const checks = kept.map(({ when, name, os, plan, parts, answer, files }) => ({
    when,
    name,
    os,
    plan,
    parts,
    answer,
    files: files.map(({ name, bytes }) => ({ name, text: decode(bytes) })),
  }));
  save("headroom-history.json", [JSON.stringify({ schema, checks }, null, 1)], "application/json");
}

async function importFrom(input) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  const checks = read(await file.text().catch(() => ""));
  if (!checks) {
    say(`${file.name} is no history that this page exported.`);
    return;
  }
  await attempt(() => addAll(checks), `${checks.length} ${checks.length === 1 ? "check is" : "checks are"} taken in.`);
}

// read checks what a file claims to hold; null where it is something else.
function read(text) {
  let given;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (given?.schema !== schema || !Array.isArray(given.checks)) return null;
  const short = (value) => typeof value === "string" && value.length <= longest;
  const valid = given.checks.filter(
    (check) =>
      [check?.name, check?.os, check?.plan, check?.answer].every(short) &&
      !Number.isNaN(Date.parse(check.when)) &&
      Array.isArray(check.files) &&
      check.files.length > 0 &&
      check.files.every((file) => short(file?.name) && typeof file.text === "string"),
  );
  return valid.map(({ when, name, os, plan, parts, answer, files }) => ({
    when: new Date(when).toISOString(),
    name,
    os,
    plan,
    parts: validParts(parts),
    answer,
    files: files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
  }));
}
