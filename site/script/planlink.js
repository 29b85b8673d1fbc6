// A plan in the address, behind the #: the version of the rules and the
// figures, nothing else. It is checked when it is read.
import { anchorOf } from "./address.js";
import { validFigure } from "./plan.js";

const own = document.body.dataset.version;

// planFromAddress returns {version, figures}, or null where the address holds
// no plan.
export function planFromAddress() {
  const given = new URLSearchParams(anchorOf(location.hash));
  const version = given.get("version");
  if (!version || !/^[\w.]{1,20}$/.test(version)) return null;
  given.delete("version");
  const figures = new Map();
  for (const [name, value] of given) {
    if (validFigure(name, value)) figures.set(name, value);
  }
  return { version, figures };
}

// fragment is the part of an address that restores a plan, without the #.
export function fragment(figures) {
  return figures.size ? String(new URLSearchParams([["version", own], ...figures])) : "";
}

// otherVersion says that a link was made with other rules; empty where it was
// made with these.
export function otherVersion(version) {
  if (version === own) return "";
  return `This link was made with version ${version} of the rules, this page has ${own}: figures can differ.`;
}
