// Printing: what is folded on the page is unfolded on paper.

// startPrinting unfolds all of an element for as long as it is printed.
export function startPrinting(element) {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...element.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
    folded = [];
  });
}
