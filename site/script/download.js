// Saves files that the page made: the remedies of the last check, one or all.
import { zip } from "./zip.js";

let remedies = []; // {path, content}
let choices = []; // of what is left to the reader: {files}

export function keepRemedies(report) {
  remedies = report.remedies;
  choices = report.options ?? [];
}

export function startDownloads() {
  document.getElementById("report").addEventListener("click", ({ target }) => {
    const which = target.closest("button[data-download]")?.dataset.download;
    if (which === undefined) return;
    if (which === "all") save("headroom-files.zip", zip(remedies.map(({ path, content }) => ({ name: inside(path), bytes: new TextEncoder().encode(content) }))), "application/zip");
    else saveOne(fileOf(which));
  });
}

// fileOf is a remedy by its number, or a file of a choice: option-0-1.
function fileOf(which) {
  const [, choice, file] = /^option-(\d+)-(\d+)$/.exec(which) ?? [];
  return choice ? choices[choice].files[file] : remedies[which];
}

function saveOne({ path, content }) {
  save(path.split(/[/\\]/).pop(), [content], "text/plain");
}

// inside is a path as a name within an archive.
function inside(path) {
  return path.replace(/^[A-Za-z]:/, "").replaceAll("\\", "/").replace(/^\/+/, "") || "file";
}

// save hands parts to the browser as a file to keep.
export function save(name, parts, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
