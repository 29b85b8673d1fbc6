// The lines of the reader's files that a check asks to change, as the guide's
// pages show them. Of a file only those lines are kept, with the names and
// values that Headroom knows; all else that stands in it is "…".
const lengthMax = 500;
const linesMax = 200;

// changesOf takes them from a report: a remedy names the rules of a line in the
// comment above it.
export function changesOf(report) {
  const known = new Set(report.findings.map((finding) => finding.rule));
  return report.remedies.filter((remedy) => remedy.instead < 0).map(({ path, content }) => ({ path, lines: changedLines(content, known) }));
}

function changedLines(content, known) {
  const lines = [];
  let rules = [];
  for (const line of content.split("\n")) {
    const named = /^\W*([a-z]+\.[\w.-]+):/.exec(line)?.[1];
    if (known.has(named)) {
      rules.push(named);
    } else if (rules.length > 0) {
      lines.push({ rules, text: withoutOthers(line, known) });
      rules = [];
    } else if (!isComment(line) && lines.at(-1) !== null) {
      lines.push(null);
    }
  }
  if (lines.at(-1) === null) lines.pop();
  return lines;
}

function isComment(line) {
  return /^\s*($|[#*;]|<!--)/.test(line);
}

// withoutOthers leaves out the options of the server that no rule knows, and
// what stands among them: they are the reader's own.
function withoutOthers(line, known) {
  const options = (line.match(/--\w+(?: +[^\s"'-][^\s"']*)?/g) ?? []).filter((option) => startupRule(known, /\w+/.exec(option)[0]));
  if (options.length === 0) return line;
  const [key] = /^\s*(\w+=)?["']?/.exec(line);
  const others = options.reduce((rest, option) => rest.replace(option, ""), line.slice(key.length)).replace(/[\s"']/g, "");
  return key + (others && "… ") + options.join(" ") + (/["']$/.exec(key)?.[0] ?? "");
}

function startupRule(known, name) {
  return [...known].some((rule) => rule.endsWith(`.startup.${name}`));
}

// validFiles returns those of what was kept that have the form of changesOf.
export function validFiles(files) {
  if (!Array.isArray(files)) return [];
  return files.filter((file) => isText(file?.path) && Array.isArray(file.lines) && file.lines.length <= linesMax && file.lines.every(validLine));
}

function validLine(line) {
  return line === null || (isText(line?.text) && Array.isArray(line.rules) && line.rules.every(isText));
}

function isText(value) {
  return typeof value === "string" && value.length <= lengthMax;
}
