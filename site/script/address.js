// What stands behind the # of an address: an anchor or a plan. In the single
// file the address of the page stands before it, with a slash between.
const page = document.documentElement.dataset.page;

// anchorOf is the part of a fragment that belongs to its page, without the #.
export function anchorOf(hash) {
  const anchor = hash.slice(1);
  return page ? anchor.replace(/^[^#]*?\.html(\/|$)/, "") : anchor;
}

// lead gives a link to a page of the site this anchor.
export function lead(link, anchor) {
  if (!page) link.hash = anchor;
  else link.hash = [/^#(.*?\.html)/.exec(link.hash)[1], anchor].filter(Boolean).join("/");
}

// settle gives the address of this page this anchor, without a new entry of the
// history.
export function settle(anchor) {
  const own = [page, anchor].filter(Boolean).join("/");
  try {
    history.replaceState(null, "", own ? `#${own}` : location.pathname);
  } catch {
    // A browser bears so many of them at a time; the next one brings it.
  }
}
