// Loads the payload: the worker's source and the gzipped program.
import { loadData } from "./data.js";

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
  const { worker, wasm } = await loadData("headroomPayload", document.body.dataset.payload, "The advisor's program");
  return { worker, wasm: decode(wasm) };
}

function decode(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
