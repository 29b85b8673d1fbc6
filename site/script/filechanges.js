// Shows the reader's own file, with the changes marked, above the general one
// that a page prints.
import { element } from "./dialog.js";

// showChanges puts each file of a check at the block of the page that is
// nearest to it.
export function showChanges({ byRule, files }) {
  const blocks = [...document.querySelectorAll("figure[data-rules]")];
  for (const file of files) {
    const block = nearest(blocks, file);
    if (block) block.prepend(yours(file, byRule));
  }
  for (const block of blocks) {
    if (!block.querySelector(".yours") && settled(block, byRule)) block.prepend(element("p", "yours found-out", "Nothing to change here for the server you checked."));
  }
}

// nearest is the block that names the file, else one of the same rules.
function nearest(blocks, { path, lines }) {
  const rules = new Set(lines.flatMap((line) => line?.rules ?? []));
  const related = blocks.filter((block) => rulesOf(block).some((rule) => rules.has(rule)));
  const name = path.split("/").at(-1);
  return blocks.find((block) => block.textContent.includes(path)) ?? related.find((block) => block.textContent.includes(name)) ?? related[0];
}

function rulesOf(block) {
  return block.dataset.rules.split(" ");
}

// settled reports whether the check saw every setting of a block and found
// nothing wrong.
function settled(block, byRule) {
  return rulesOf(block).every((rule) => ["ok", "info"].includes(byRule.get(rule)?.verdict));
}

function yours({ path, lines }, byRule) {
  const changes = lines.filter((line) => line !== null).length;
  const part = element("div", "yours found-out");
  const caption = element("p", "", `Your file, ${changes} ${changes === 1 ? "line" : "lines"} to change: `);
  caption.append(element("code", "", path));
  const pre = element("pre");
  const code = element("code");
  for (const line of lines) code.append(line ? changed(line, byRule) : element("i", "", "…"), "\n");
  pre.append(code);
  part.append(caption, pre);
  return part;
}

// changed is a line as it is to be, and what was found in its place.
function changed({ text, rules }, byRule) {
  const line = element("mark", "", text);
  const found = rules.map((rule) => byRule.get(rule)?.observed).filter(Boolean);
  if (found.length > 0) line.dataset.was = [...new Set(found)].join(", ");
  return line;
}
