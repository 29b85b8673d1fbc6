// Search: a dialog with a field, and below it where in the guide its words
// stand.
import { element, makeDialog } from "./dialog.js";
import { find, wordsOf } from "./find.js";
import { loadIndex } from "./searchindex.js";

const button = document.getElementById("find");

let parts; // {dialog, field, results, status}

export function startSearch() {
  button.addEventListener("click", openSearch);
  button.hidden = false;
}

export function openSearch() {
  parts ??= makeParts();
  parts.dialog.showModal();
  parts.field.select();
}

function makeParts() {
  const field = element("input");
  field.type = "search";
  field.placeholder = "a setting, a word";
  field.setAttribute("aria-label", "Search the guide");
  field.autocomplete = "off";
  field.spellcheck = false;
  const results = element("ol", "found");
  const status = element("p", "hint", "Names of settings are found by any of their parts.");
  status.setAttribute("role", "status");
  const dialog = makeDialog("search", "Search", field, status, results);
  field.addEventListener("focus", () => loadIndex(button.dataset.index).catch(say), { once: true });
  field.addEventListener("input", answer);
  dialog.addEventListener("keydown", move);
  results.addEventListener("click", (event) => {
    if (event.target.closest("a")) dialog.close();
  });
  return { dialog, field, results, status };
}

// answer shows what is found; of answers that come late only the last counts.
async function answer() {
  const question = parts.field.value;
  try {
    const index = await loadIndex(button.dataset.index);
    if (question === parts.field.value) show(find(index, question), question);
  } catch (error) {
    say(error);
  }
}

function say(error) {
  parts.status.textContent = error.message;
}

function show(found, question) {
  const words = wordsOf(question);
  parts.results.replaceChildren(...found.map((section) => entry(section, words)));
  const places = found.length === 1 ? "1 place" : `${found.length} places`;
  parts.status.textContent = words.length === 0 ? "" : found.length === 0 ? "Nothing is found with all of these words." : places;
}

function entry({ address, title, heading, begin }, words) {
  const item = element("li");
  const link = element("a");
  link.href = button.dataset.index.replace(/assets\/[^/]*$/, "") + address;
  const name = element("b");
  name.append(...marked(heading || title, words));
  link.append(name);
  if (heading) link.append(" ", element("span", "", title));
  if (begin) {
    const context = element("small");
    context.append(...marked(begin, words));
    link.append(context);
  }
  item.append(link);
  return item;
}

// marked is a text with the words of the question marked in it.
function marked(text, words) {
  const lower = text.toLowerCase();
  const nodes = [];
  let done = 0;
  while (done < text.length) {
    let at = -1;
    let length = 0;
    for (const word of words) {
      const next = lower.indexOf(word, done);
      if (next >= 0 && (at < 0 || next < at)) [at, length] = [next, word.length];
    }
    if (at < 0) break;
    nodes.push(text.slice(done, at), element("mark", "", text.slice(at, at + length)));
    done = at + length;
  }
  nodes.push(text.slice(done));
  return nodes;
}

// move lets the arrows go through the results, Enter take the first, and Escape
// close at once, where a search field would only be emptied.
function move(event) {
  if (event.key === "Escape") {
    event.preventDefault();
    parts.dialog.close();
    return;
  }
  const links = [...parts.results.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "Enter" && at < 0 && document.activeElement === parts.field && links.length > 0) {
    event.preventDefault();
    links[0].click();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || links.length === 0) return;
  event.preventDefault();
  (links[at + step] ?? (step < 0 ? parts.field : links[at])).focus();
}
