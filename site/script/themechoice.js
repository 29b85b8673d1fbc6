// The theme that the reader chose: "light", "dark", or "" for the system's.
const key = "headroom.theme";

export function chosenTheme() {
  try {
    const theme = localStorage.getItem(key);
    return theme === "light" || theme === "dark" ? theme : "";
  } catch {
    return "";
  }
}

export function chooseTheme(theme) {
  try {
    if (theme) localStorage.setItem(key, theme);
    else localStorage.removeItem(key);
  } catch {
    // The choice lasts for this page, then.
  }
}
