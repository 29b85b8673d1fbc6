// What every page has around its content: theme, copy buttons, search, keys,
// what scrolls, and links that carry what pages share.
import { startCarrying } from "./carry.js";
import { startCopying } from "./copy.js";
import { startKeys } from "./keys.js";
import { startReaching } from "./reach.js";
import { startSearch } from "./search.js";
import { startThemeSwitch } from "./themeswitch.js";

export function startFrame() {
  startThemeSwitch();
  startCarrying();
  startCopying();
  startReaching();
  startSearch();
  startKeys();
}
