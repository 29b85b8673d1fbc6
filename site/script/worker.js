// The worker: unpacks the advisor and runs it. The first message is the
// gzipped program; from then on Go answers. Its end, for whatever reason, is
// told to the page as an error event.
import "./wasm_exec.js";

self.onmessage = async ({ data }) => {
  try {
    const go = new Go();
    const { instance } = await WebAssembly.instantiate(await gunzip(data), go.importObject);
    await go.run(instance);
    die(new Error("the advisor ended"));
  } catch (error) {
    die(error);
  }
};

async function gunzip(bytes) {
  const stream = new DecompressionStream("gzip");
  const writer = stream.writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(stream.readable).arrayBuffer();
}

// die throws where nothing catches, which is what raises the event.
function die(error) {
  setTimeout(() => {
    throw error;
  });
}
