// Loads the payload: the worker's source and the gzipped program, in parts, so
// that the page does not stand still over any.
import { loadData } from "./data.js";
import { payloadAddresses } from "./trusted.js";

let loading;

// loadPayload resolves to {worker, wasm}: the source as a string, the program
// as gzipped bytes.
export function loadPayload() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  let source;
  const parts = await Promise.all(
    payloadAddresses().map(async (address, i) => {
      const { worker, wasm } = await loadData(`headroomPayload${i}`, address, "The advisor's program");
      source ??= worker;
      return decode(wasm);
    }),
  );
  return { worker: source, wasm: joined(parts) };
}

function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function decode(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
