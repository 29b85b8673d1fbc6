// Lets the keyboard come to code and tables that are wider than their place.
const attributes = { tabindex: "0", role: "group" };

export function startReaching() {
  const resized = new ResizeObserver((entries) => reach(entries.map(({ target }) => target))); // first with the first drawing
  for (const frame of document.querySelectorAll("article pre, .scroll")) resized.observe(frame);
}

function reach(frames) {
  const wider = frames.map((frame) => frame.scrollWidth > frame.clientWidth);
  for (const [i, frame] of frames.entries()) {
    const named = { ...attributes, "aria-label": frame.matches("pre") ? "Code" : "Table" };
    for (const [name, value] of Object.entries(named)) {
      if (wider[i]) frame.setAttribute(name, value);
      else frame.removeAttribute(name);
    }
  }
}
