// Headings of the guide: those of sections and of cards offer their address, and
// the table of contents marks the one that is being read.
import { element } from "./dialog.js";

export function startHeadings() {
  for (const heading of document.querySelectorAll("article :is(h2, h3)[id], .rule-card > h3")) {
    const link = element("a", "anchor", "#");
    link.href = `#${heading.id || heading.parentElement.id}`;
    link.ariaLabel = "Link to this place";
    heading.append(link);
  }
  followReading([...document.querySelectorAll(".toc a")]);
}

// followReading marks the last heading that has passed the upper quarter of the
// window.
function followReading(links) {
  if (links.length === 0) return;
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  let marked;
  const follow = () => {
    const at = headings.findLastIndex((heading) => heading?.getBoundingClientRect().top < innerHeight / 4);
    if (links[at] === marked) return;
    if (marked) marked.ariaCurrent = null;
    marked = links[at];
    if (marked) marked.ariaCurrent = "true";
  };
  addEventListener("scroll", follow, { passive: true });
  requestAnimationFrame(follow); // when the page is laid out anyway
}
