// Folds the page's table of contents where it stands above the text instead of
// beside it.
const beside = "(width >= 75rem)";

export function foldContents() {
  const contents = document.querySelector(".toc details");
  if (!contents) return;
  const wide = matchMedia(beside);
  const follow = () => (contents.open = wide.matches);
  wide.addEventListener("change", follow);
  follow();
  contents.classList.add("folds"); // what the style sheet showed as such until now
}
