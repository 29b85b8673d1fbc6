// Turns a file's bytes into text for the box. The advisor reads the bytes
// themselves; this is for the eye only.
const sampleSize = 2048;

export function decode(bytes) {
  return new TextDecoder(encoding(bytes)).decode(bytes).replace(/^\ufeff+/, ""); // a second mark, too
}

function encoding(bytes) {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const head = bytes.subarray(0, sampleSize);
  const nulls = [0, 0]; // at even and at odd offsets
  head.forEach((byte, i) => (nulls[i % 2] += byte === 0));
  if (nulls[1] > head.length / 4 && nulls[0] === 0) return "utf-16le";
  if (nulls[0] > head.length / 4 && nulls[1] === 0) return "utf-16be";
  return "utf-8";
}

// isText reports whether decoded text can be shown and edited as such.
export function isText(text) {
  return !text.includes("\0");
}
