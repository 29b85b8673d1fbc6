// The page's end of the worker: starts it, sends it requests, and starts
// another when it dies.
import { loadPayload } from "./payload.js";
import { scriptURL } from "./trusted.js";

// A Died error ends the requests that were open when their worker died.
export class Died extends Error {}

// A Stopped error ends them when the reader stopped the worker.
export class Stopped extends Died {}

const longest = 60_000; // ms without a word from a worker that is at work: it has died without saying so

let current; // {worker, ready, open, buried}
let lastId = 0;

// start makes sure that there is a worker, and resolves to it and what belongs
// to it when it is ready.
export function start() {
  current ??= launch();
  return current.ready;
}

// call sends a request and resolves to the worker's reply. buffers are
// transferred. It rejects with Died, or with the error of the reply. progress is
// called with how much of the work is done, from 0 to 1.
export async function call(request, buffers = [], progress = () => {}) {
  const advisor = await start();
  const { worker, open, buried } = advisor;
  if (buried) throw buried; // another request was its end meanwhile
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    open.set(id, { resolve, reject, progress });
    worker.postMessage({ ...request, id }, buffers);
    watch(advisor);
  });
}

// watch buries a worker that is asked something and says nothing for too long, as
// one does that the system ended. Whatever it says begins the time anew.
function watch(advisor) {
  clearTimeout(advisor.silence);
  if (advisor.open.size > 0) advisor.silence = setTimeout(() => bury(advisor, new Died("it said nothing for a minute")), longest);
}

// stop ends the worker and whatever it was doing.
export function stop() {
  if (current) bury(current, new Stopped("stopped"));
}

function launch() {
  const advisor = { worker: null, open: new Map() };
  advisor.ready = new Promise((resolve, reject) => {
    advisor.begun = { resolve, reject };
  });
  advisor.ready.catch(() => {}); // whoever called start is told
  begin(advisor).catch((error) => bury(advisor, error));
  return advisor;
}

// begin starts the worker and hands it the program, part by part as they come.
async function begin(advisor) {
  for (const part of loadPayload()) {
    const { worker, wasm } = await part;
    if (advisor.buried) return;
    advisor.worker ??= hire(advisor, worker);
    advisor.worker.postMessage(wasm);
  }
  advisor.worker.postMessage(""); // that was the last
}

function hire(advisor, source) {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(scriptURL(url));
  URL.revokeObjectURL(url);
  worker.onmessage = ({ data }) => {
    if (data === "ready") advisor.begun.resolve(advisor);
    else settle(advisor, data);
    watch(advisor);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    bury(advisor, new Died(event.message));
  };
  return worker;
}

function settle(advisor, reply) {
  const waiting = advisor.open.get(reply.id);
  if (!waiting) return;
  if (reply.progress !== undefined) {
    waiting.progress(reply.progress);
    return;
  }
  advisor.open.delete(reply.id);
  if (reply.error) waiting.reject(new Error(reply.error));
  else waiting.resolve(reply);
}

function bury(advisor, error) {
  advisor.buried = error;
  clearTimeout(advisor.silence);
  advisor.worker?.terminate();
  if (current === advisor) current = undefined;
  advisor.begun.reject(error);
  for (const { reject } of advisor.open.values()) reject(error);
  advisor.open.clear();
}
