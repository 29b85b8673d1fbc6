// Loads the payload, a classic script that holds the worker's source and the
// gzipped program: the one way that works from a server and from a folder.
import { scriptURL } from "./trusted.js";

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
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error("The advisor's program did not load. Reload the page; of a downloaded copy, unpack the whole folder."));
    script.src = scriptURL(document.body.dataset.payload);
    document.head.append(script);
  });
  const { worker, wasm } = globalThis.headroomPayload;
  delete globalThis.headroomPayload;
  return { worker, wasm: decode(wasm) };
}

function decode(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
