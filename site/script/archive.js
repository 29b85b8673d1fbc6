// Unpacks what support bundles come in: zip, tar, and either of them or a
// single file gzipped. The browser inflates, so that this stays small.
const most = 256 << 20; // bytes that an archive may unpack to

const tooLarge = "it unpacks to more than 256 MiB";

const utf8 = new TextDecoder();

// unpack resolves to the files of an archive, or to the file itself.
export async function unpack(file) {
  const { bytes } = file;
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) return unzip(bytes);
  if (begins(bytes, 0x1f, 0x8b)) {
    const inner = await inflate(bytes, "gzip", most);
    return isTar(inner) ? untar(inner) : [{ name: file.name.replace(/\.gz$/i, ""), bytes: inner }];
  }
  return isTar(bytes) ? untar(bytes) : [file];
}

function begins(bytes, ...magic) {
  return magic.every((byte, i) => bytes[i] === byte);
}

// hidden is what macOS adds to archives beside the files themselves.
function hidden(name) {
  return name.startsWith("__MACOSX/") || name.split("/").pop().startsWith("._");
}

async function inflate(bytes, format, limit) {
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  writer.write(bytes).catch(() => {}); // what is wrong is told by the reader
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new Error(tooLarge);
    }
    parts.push(value);
  }
}

async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error("its end is missing");
  const files = [];
  let left = most;
  let at = view.getUint32(end + 16, true);
  if (at === 0xffffffff) throw new Error("it is a zip64 archive: unpack it first");
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const entry = zipEntry(view, at);
    at = entry.next;
    if (entry.name.endsWith("/") || hidden(entry.name)) continue;
    if (entry.encrypted) throw new Error(`${entry.name} in it is encrypted`);
    if (entry.method === 0 && entry.size > left) throw new Error(tooLarge);
    const packed = bytes.subarray(entry.from, entry.from + entry.size);
    const content = entry.method === 0 ? packed.slice() : await inflate(packed, "deflate-raw", left);
    left -= content.length;
    files.push({ name: entry.name, bytes: content });
  }
  return files;
}

// zipEntry reads an entry of the central directory, and from the entry's own
// header where its content begins.
function zipEntry(view, at) {
  const u16 = (offset) => view.getUint16(offset, true);
  const u32 = (offset) => view.getUint32(offset, true);
  if (u32(at) !== 0x02014b50) throw new Error("its directory is damaged");
  const method = u16(at + 10);
  const encrypted = (u16(at + 8) & 1) === 1;
  if (!encrypted && method !== 0 && method !== 8) throw new Error(`its method ${method} is not known`);
  const name = utf8.decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, u16(at + 28)));
  const local = u32(at + 42);
  return {
    name,
    method,
    encrypted,
    size: u32(at + 20),
    from: local + 30 + u16(local + 26) + u16(local + 28),
    next: at + 46 + u16(at + 28) + u16(at + 30) + u16(at + 32),
  };
}

// isTar looks for the mark that every tar header since POSIX.1 carries.
function isTar(bytes) {
  return utf8.decode(bytes.subarray(257, 262)) === "ustar";
}

const block = 512;

function untar(bytes) {
  const files = [];
  let longName = "";
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + block);
    const size = tarSize(header.subarray(124, 136));
    if (at + block + size > bytes.length) throw new Error("its end is missing");
    const content = bytes.slice(at + block, at + block + size);
    const type = String.fromCharCode(header[156]);
    at += block + Math.ceil(size / block) * block;
    if (type === "L") longName = cString(content);
    else if (type === "x") longName = /\d+ path=(.*)\n/.exec(utf8.decode(content))?.[1] ?? "";
    else {
      const name = longName || tarName(header);
      longName = "";
      if ((type === "0" || type === "\0") && !name.endsWith("/") && !hidden(name)) files.push({ name, bytes: content });
    }
  }
  return files;
}

function tarName(header) {
  const prefix = cString(header.subarray(345, 500));
  const name = cString(header.subarray(0, 100));
  const posix = header[263] === 0x30; // GNU keeps times where POSIX has a prefix
  return prefix && posix ? `${prefix}/${name}` : name;
}

// tarSize is octal digits, or, with the first bit set, a number in base 256.
function tarSize(field) {
  if (field[0] & 0x80) return field.subarray(4).reduce((n, byte) => n * 256 + byte, 0);
  const digits = cString(field);
  if (/[^0-7]/.test(digits)) throw new Error("it is damaged");
  return parseInt(digits, 8) || 0;
}

function cString(bytes) {
  const end = bytes.indexOf(0);
  return utf8.decode(end < 0 ? bytes : bytes.subarray(0, end)).trim();
}
