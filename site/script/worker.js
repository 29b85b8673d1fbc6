// The worker: unpacks the advisor and runs it. The first messages are parts of
// the gzipped program in base64, an empty one after the last; from then on Go answers.
// Its end, for whatever reason, is told to the page as an error event.
import "./wasm_exec.js";

const unpacker = new DecompressionStream("gzip");
const packed = unpacker.writable.getWriter();

self.onmessage = ({ data }) => {
  const written = data ? packed.write(decode(data)) : packed.close();
  written.catch(() => {}); // run is told
};

run();

function decode(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

// run compiles the program while it is still being unpacked.
async function run() {
  try {
    const go = new Go();
    const program = new Response(unpacker.readable, { headers: { "Content-Type": "application/wasm" } });
    const { instance } = await WebAssembly.instantiateStreaming(program, go.importObject);
    await go.run(instance);
    die(new Error("the advisor ended"));
  } catch (error) {
    die(error);
  }
}

// die throws where nothing catches, which is what raises the event.
function die(error) {
  setTimeout(() => {
    throw error;
  });
}
