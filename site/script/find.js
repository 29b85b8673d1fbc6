// Finds the sections of the guide that have all words of a question.
import { unpack } from "./searchindex.js";

const most = 30; // results

// wordsOf cuts text into words as the index does: names of settings stay whole.
export function wordsOf(text) {
  const plain = text.toLowerCase().replace(/(\d),(?=\d{3})/g, "$1");
  return plain.match(/[\p{L}\p{N}]+(?:[._/-]+[\p{L}\p{N}]+)*/gu) ?? [];
}

// find returns the best sections, best first. The beginning of a word is
// enough; words in every other section do not count.
export function find(index, question) {
  const words = wordsOf(question).filter((word) => !index.common.has(word));
  if (words.length === 0) return [];
  let scores;
  for (const word of words) {
    const found = lookup(index, word);
    if (!scores) scores = found;
    else for (const [section, score] of scores) found.has(section) ? scores.set(section, score + found.get(section)) : scores.delete(section);
  }
  const ranked = [...scores].map(([n, score]) => ({ ...index.sections[n], score: score + named(index.sections[n], words), n }));
  ranked.sort((a, b) => b.score - a.score || a.n - b.n);
  return ranked.slice(0, most);
}

// lookup scores the sections of a word. A name of several parts that is no term
// of its own is looked up by its parts, a plural by its singular.
function lookup(index, word) {
  const found = startingWith(index, word);
  if (found.size > 0) return found;
  const parts = word.split(/[._/-]+/);
  if (parts.length > 1) return common(parts.map((part) => startingWith(index, part)));
  return word.length > 3 && word.endsWith("s") ? startingWith(index, word.slice(0, -1)) : found;
}

function common([first, ...rest]) {
  return new Map([...first].filter(([section]) => rest.every((other) => other.has(section))));
}

// startingWith scores sections by the terms that begin with a word: the word
// itself counts full, a longer one less, a rare one more.
function startingWith({ terms, posts, sections }, word) {
  const scores = new Map();
  for (let i = firstAtLeast(terms, word); i < terms.length && terms[i].startsWith(word); i++) {
    const list = unpack(posts[i]);
    const score = (word.length / terms[i].length) * Math.log(1 + sections.length / list.length);
    for (const section of list) scores.set(section, Math.max(score, scores.get(section) ?? 0));
  }
  return scores;
}

function firstAtLeast(terms, word) {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

// named is what a section gains whose heading, or whose page, is named by the
// question; a setting's own card gains most.
function named({ id, heading, title }, words) {
  let gain = 0;
  for (const word of words) {
    if (wordsOf(heading).some((w) => w.startsWith(word))) gain += 4;
    if (id === word || id.endsWith(`.${word}`)) gain += 8;
    if (wordsOf(title).some((w) => w.startsWith(word))) gain += 2;
  }
  return gain;
}
