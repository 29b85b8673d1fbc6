// Copies of texts to hand to the worker, which keeps what it is given. A large
// one is copied piece by piece, so that the page answers in between.
const piece = 2 << 20; // bytes, which take some milliseconds

// copies resolves to copies of files of {name, bytes}.
export async function copies(files) {
  const own = [];
  for (const { name, bytes } of files) own.push({ name, bytes: await copy(bytes) });
  return own;
}

async function copy(bytes) {
  const own = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += piece) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve));
    own.set(bytes.subarray(at, at + piece), at);
  }
  return own;
}
