// Lets the keyboard come to code and tables that are wider than their place.
const attributes = { tabindex: "0", role: "group" };

export function startReaching() {
  const frames = [...document.querySelectorAll("article pre, .scroll")];
  const resized = new ResizeObserver((entries) => reach(entries.map(({ target }) => target)));
  for (const frame of frames) resized.observe(frame);
  reach(frames); // at once, not with the first frame only
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
