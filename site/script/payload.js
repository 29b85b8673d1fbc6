// Loads the payload: the worker's source and the gzipped program, in parts, so
// that the page does not stand still over any, and so that the worker can begin
// with the first while the others are on their way.
import { loadData } from "./data.js";
import { payloadAddresses } from "./trusted.js";

let parts;

// loadPayload returns the parts in their order, each a promise of {worker, wasm}:
// the source, which the first alone has, and a piece of the program in base64.
export function loadPayload() {
  parts ??= payloadAddresses().map(loadPart);
  return parts;
}

function loadPart(address, i) {
  const part = load(address, i);
  part.catch(() => {
    parts = undefined; // to be tried again
  });
  return part;
}

async function load(address, i) {
  await new Promise((resolve) => setTimeout(resolve)); // each in a task of its own
  return loadData(`headroomPayload${i}`, address, "The advisor's program");
}
