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
  button.ariaLabel = "Copy this block";
  const frame = document.createElement("div");
  frame.className = "copied";
  pre.replaceWith(frame);
  frame.append(pre, button);
}

async function copy(button) {
  const source = button.dataset.copy ? document.getElementById(button.dataset.copy) : button.previousElementSibling;
  const words = (await toClipboard(source)) ? "Copied" : "Press Ctrl+C";
  if (!labels.has(button)) labels.set(button, [button.textContent, button.ariaLabel]);
  [button.textContent, button.ariaLabel] = [words, null]; // so that its name says so, too
  setTimeout(() => ([button.textContent, button.ariaLabel] = labels.get(button)), 1500);
}

const labels = new WeakMap(); // of buttons that say something else for a while

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
