// Copy buttons: one at every block of code in the text that is to be typed, and
// those that a report brings along, which name the element to copy in data-copy.
export function startCopying() {
  for (const pre of document.querySelectorAll("article pre:not(.sum, .yours pre)")) offer(pre);
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-copy], button.copy");
    if (button) copy(button);
  });
}

function offer(pre) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy this block");
  const frame = document.createElement("div");
  frame.className = "copied";
  pre.replaceWith(frame);
  frame.append(pre, button);
}

async function copy(button) {
  const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.previousElementSibling;
  say(button, (await toClipboard(source)) ? "Copied" : "Press Ctrl+C");
}

const labels = new WeakMap(); // of buttons that say something else for a while

// say shows a few words on a button, in its name for screen readers, too.
function say(button, words) {
  const { text, name, timer } = labels.get(button) ?? { text: button.textContent, name: button.getAttribute("aria-label") };
  clearTimeout(timer);
  const label = (text, name) => {
    button.textContent = text;
    if (name !== null) button.setAttribute("aria-label", name);
  };
  label(words, name && words);
  const back = () => {
    labels.delete(button);
    label(text, name);
  };
  labels.set(button, { text, name, timer: setTimeout(back, 1500) });
}

// toClipboard copies the text of an element. Where the browser refuses, the
// text is left selected, for the reader to copy.
async function toClipboard(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(source);
    return false;
  }
}
