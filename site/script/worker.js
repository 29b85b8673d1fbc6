// The worker: unpacks the advisor and runs it. The first message is the
// gzipped program; from then on Go answers. Its end, for whatever reason, is
// told to the page as an error event.
import "./wasm_exec.js";

self.onmessage = async ({ data }) => {
  try {
    const go = new Go();
    const { instance } = await WebAssembly.instantiateStreaming(gunzipped(data), go.importObject);
    await go.run(instance);
    die(new Error("the advisor ended"));
  } catch (error) {
    die(error);
  }
};

// gunzipped is the program as a response, so that it is compiled while it is
// still being unpacked.
function gunzipped(bytes) {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(stream.readable, { headers: { "Content-Type": "application/wasm" } });
}

// die throws where nothing catches, which is what raises the event.
function die(error) {
  setTimeout(() => {
    throw error;
  });
}
