// The button that goes round system, light and dark.
import { chosenTheme, chooseTheme } from "./themechoice.js";

const next = { "": "light", light: "dark", dark: "" };

export function startThemeSwitch() {
  const button = document.getElementById("theme");
  const label = button.querySelector("span");
  let theme = chosenTheme();
  const show = () => {
    label.textContent = theme || "system";
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  button.addEventListener("click", () => {
    theme = next[theme];
    chooseTheme(theme);
    show();
  });
  show();
  button.hidden = false;
}
