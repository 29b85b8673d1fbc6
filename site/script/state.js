// The state of a page that runs the advisor, as its style sheet and tests see
// it: idle, loading, ready, busy, done or failed. And the one line that tells
// the reader, which screen readers announce.
import { Died, Stopped, start } from "./client.js";

const root = document.documentElement;
const status = document.getElementById("status");

export function state() {
  return root.dataset.advisor;
}

export function enter(state, text) {
  root.dataset.advisor = state;
  if (text !== undefined) say(text);
}

// say shows a sentence. The same one again is not announced again.
export function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

// fail says what went wrong and what to do about it; message is for people, where
// the error is not. Nothing that the reader
// gave is lost.
export function fail(error, message = error.message) {
  const reason =
    error instanceof Died ? `The advisor stopped: ${error.message}. Nothing that you gave is lost. Try again; if it stops again, try with less text` : message;
  const results = document.getElementById("results");
  const before = results.hidden || results.textContent.trim() === "" ? "" : " What stands below is from before.";
  enter("failed", `${reason.replace(/\.$/, "")}.${before}`);
}

// load starts the worker while nothing else is to do.
export function load() {
  if (state() === "idle") enter("loading");
  start().then(
    () => state() === "loading" && enter("ready"),
    (error) => state() === "loading" && !(error instanceof Stopped) && fail(error),
  );
}

// whenIdle runs a function once the page has been painted and has nothing else
// to do. A page that nobody sees is not painted.
export function whenIdle(f) {
  const idle = globalThis.requestIdleCallback ?? ((f) => setTimeout(f, 50));
  const frame = document.hidden ? (f) => f() : requestAnimationFrame;
  frame(() => frame(() => idle(() => f())));
}
