// The plan's form as the text that the advisor reads: name=value,name=value.
const form = document.getElementById("plan");

export function planText() {
  const parts = [];
  for (const [name, value] of new FormData(form)) {
    const figure = value.replace(/[\s,']/g, ""); // 20,000 and 20 000 as people write them
    if (figure) parts.push(`${name}=${figure}`);
  }
  return parts.join(",");
}

// startPlan calls check when Check is pressed, or Enter in a field.
export function startPlan(check) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
}

export function clearPlan() {
  form.reset();
}
