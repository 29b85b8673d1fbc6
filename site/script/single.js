// Only in the single file, where every page is a section of one document: makes
// of the document the page that the address names, #ADDRESS or
// #ADDRESS/ANCHOR, so that all other scripts find what they would find on a
// page of its own. Another page is a new load of the document.
const root = document.documentElement;
const main = document.getElementById("main");
const sections = new Map([...main.children].map((section) => [section.id, section]));
const scripts = globalThis.headroomScripts;
delete globalThis.headroomScripts;
const current = pageOf(location.hash) ?? "index.html";

// pageOf is the address of the page that a fragment names; null where it names
// none.
function pageOf(fragment) {
  if (fragment.length < 2) return "index.html";
  const [, address] = /^#(.*?\.html)(?:[/!]|$)/.exec(fragment) ?? [];
  return sections.has(address) ? address : null;
}

function open(section) {
  const page = JSON.parse(section.dataset.page);
  document.title = page.title;
  root.dataset.page = section.id;
  for (const [element, attributes] of [
    [root, page.root],
    [document.body, page.body],
    [main, page.main],
  ]) {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }
  const links = [...document.links].filter((link) => !main.contains(link));
  for (const [number, value] of Object.entries(page.current)) links[number].setAttribute("aria-current", value);
  [...document.querySelectorAll("head style")].slice(0, -1).forEach((style, number) => {
    if (!page.styles.includes(number)) style.media = "not all";
  });
  const frame = main.parentElement;
  if (!page.framed && frame !== document.body) frame.replaceWith(...frame.childNodes);
  free(section);
  main.replaceChildren(...section.childNodes);
  return page;
}

// free gives the parts that scripts look for the ids they look for.
function free(section) {
  const mark = `${section.id}!`;
  for (const element of section.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (value.includes(mark)) element.setAttribute(name, value.replaceAll(mark, ""));
    }
  }
}

// lead makes links to pages that scripts put into the document lead to their
// sections. They keep the file's name, unlike those that a page has to itself.
function lead(element) {
  const file = location.pathname.slice(location.pathname.lastIndexOf("/") + 1);
  const links = element.matches?.("a[href]") ? [element] : (element.querySelectorAll?.("a[href]") ?? []);
  for (const link of links) {
    const to = new URL(link.getAttribute("href"), `site:///${current}`);
    const address = to.pathname.slice(1);
    if (to.protocol !== "site:" || !sections.has(address) || link.getAttribute("href").startsWith("#")) continue;
    link.setAttribute("href", `${file}#${address}${to.hash.replace("#", "/")}`);
  }
}

function follow() {
  const address = pageOf(location.hash);
  if (address === current) return;
  if (!address) {
    history.replaceState(null, "", `#${current}`); // a place in the frame
    return;
  }
  history.scrollRestoration = "manual";
  location.reload();
}

const { script } = open(sections.get(current));
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) addedNodes.forEach(lead);
}).observe(document.body, { childList: true, subtree: true });
addEventListener("hashchange", follow);
scripts[script]();
arrive();
addEventListener("load", () =>
  setTimeout(() => {
    history.scrollRestoration = "auto";
    if (scrollY === 0) arrive(); // the browser went back to where the page before was
  }),
);

// arrive goes to the anchor of the address, which was not in place when the
// browser looked for it.
function arrive() {
  const [, anchor] = location.hash.split("!");
  if (anchor) document.getElementById(anchor)?.scrollIntoView();
  else if (location.hash.length > 1) location.replace(location.hash);
}
