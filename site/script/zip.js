// Writes a zip archive whose files are stored as they are.
const encoder = new TextEncoder();

// zip returns the parts of an archive of files of {name, bytes}, for a Blob.
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const title = encoder.encode(name);
    const common = header(title.length, bytes);
    const local = bytesOf([0x04034b50, 4], ...common);
    directory.push(bytesOf([0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), title);
    parts.push(local, title, bytes);
    at += local.length + title.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = bytesOf([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [at, 4], [0, 2]);
  return [...parts, ...directory, end];
}

// header is what a file's entry has in both places: version 2.0, names in
// UTF-8, stored, the first day that the format knows, checksum and sizes.
function header(titleLength, bytes) {
  return [[20, 2], [0x800, 2], [0, 2], [0, 2], [0x21, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [titleLength, 2], [0, 2]];
}

// bytesOf lays numbers out in so many bytes each, the low one first.
function bytesOf(...fields) {
  return Uint8Array.from(fields.flatMap(([n, width]) => Array.from({ length: width }, (_, i) => Math.floor(n / 2 ** (8 * i)) & 0xff)));
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}
