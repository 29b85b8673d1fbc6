// A plan in the address, behind the #: the version of the rules and the
// figures, nothing else. It is checked when it is read.
import { anchorOf } from "./address.js";
import { validFigure } from "./plan.js";

const own = document.body.dataset.version;
const ranges = new Map(document.getElementById("plan").dataset.keys.split(" ").map((key) => [key.split(":")[0], key.split(":").slice(1).map(Number)]));

// planFromAddress returns {version, figures, refused}, refused being the names of
// what is no figure, or null where the address holds no plan.
export function planFromAddress() {
  const given = new URLSearchParams(anchorOf(location.hash));
  const version = given.get("version");
  if (!version || !/^[\w.]{1,20}$/.test(version)) return null;
  given.delete("version");
  const figures = new Map();
  const refused = [];
  for (const [name, value] of given) {
    if (fits(name, value)) figures.set(name, value);
    else refused.push(name.slice(0, 40));
  }
  return { version, figures, refused };
}

// fits reports whether a name is that of a figure of a plan, and the value one that
// it can have.
function fits(name, value) {
  const [least, most] = ranges.get(name) ?? [1, 0];
  return validFigure(name, value) && Number(value) >= least && Number(value) <= most;
}

// fragment is the part of an address that restores a plan, without the #.
export function fragment(figures) {
  return figures.size ? String(new URLSearchParams([["version", own], ...figures])) : "";
}

// ofLink says what is to be known of a plan that came with a link: that it was made
// with other rules, and what of it is no figure of a plan; empty where there is
// nothing.
export function ofLink({ version, refused }) {
  return [otherVersion(version), refused.length ? `No figure of a plan, and left out: ${refused.join(", ")}.` : ""].filter(Boolean).join(" ");
}

function otherVersion(version) {
  if (version === own) return "";
  return `This link was made with version ${version} of the rules, this page has ${own}: figures can differ.`;
}
