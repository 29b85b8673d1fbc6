// Takes the report along: copied for a ticket, or saved as a page or as JSON.
// The worker prints it, as it has the whole of it.
import { call } from "./client.js";
import { save } from "./download.js";
import { say } from "./state.js";

const files = { markdown: ["headroom.md", "text/markdown"], html: ["headroom-report.html", "text/html"], json: ["headroom-report.json", "application/json"] };

export function startHandingOn() {
  document.getElementById("report").addEventListener("click", ({ target }) => {
    const format = target.closest("button[data-print]")?.dataset.print;
    if (Object.hasOwn(files, format)) handOn(format);
  });
}

async function handOn(format) {
  try {
    const { text } = await call({ call: "print", format });
    if (format === "markdown" && (await copied(text))) return;
    const [name, type] = files[format];
    save(name, [text], type);
    tell(format === "markdown" ? `This browser does not let the page copy: the report is saved as ${name}.` : `The report is saved as ${name}.`);
  } catch (error) {
    tell(`The report could not be printed: ${error.message}. Check once more, then try again.`);
  }
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  tell("The report is copied, as Markdown.");
  return true;
}

// tell says what was done, to the ear and beside the buttons.
function tell(sentence) {
  say(sentence);
  const note = document.querySelector("#report .handed-on");
  if (note) note.textContent = sentence;
}
