// The index of the guide, loaded when it is first needed. How it is packed
// stands in site/search.
import { loadData } from "./data.js";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const half = alphabet.length / 2;

let loading;

// loadIndex resolves to {sections, common, terms, posts}: sections of pages in
// the order of the guide, the words that are in too many of them to count, and
// the terms, sorted, each with its packed sections.
export function loadIndex(address) {
  loading ??= load(address).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(address) {
  const packed = await loadData("headroomIndex", address, "The index of the guide");
  return { sections: sectionsOf(packed.pages), common: new Set(packed.common), terms: termsOf(packed.terms), posts: packed.posts.split(" ") };
}

function sectionsOf(pages) {
  return pages.flatMap(([address, title, sections]) =>
    sections.map(([id, heading, begin]) => ({ address: id ? `${address}#${id}` : address, title, id, heading, begin })),
  );
}

// termsOf unpacks words of which each says first how much of the one before it
// it shares.
function termsOf(packed) {
  const terms = [];
  let last = "";
  for (const entry of packed.split(" ")) {
    last = last.slice(0, alphabet.indexOf(entry[0])) + entry.slice(1);
    terms.push(last);
  }
  return terms;
}

// unpack returns the sections of a term, ascending, from their differences.
export function unpack(post) {
  const sections = [];
  let last = -1;
  let sum = 0;
  let unit = 1;
  for (const letter of post) {
    const digit = alphabet.indexOf(letter);
    sum += (digit % half) * unit;
    unit *= half;
    if (digit >= half) continue;
    last += sum + 1;
    sections.push(last);
    sum = 0;
    unit = 1;
  }
  return sections;
}
