// The page for addresses that lead nowhere stands at any of them: its links are
// taken from the root of the site, which is above the folders that it has.
import { chosenTheme } from "./themechoice.js";

const theme = chosenTheme();
if (theme) document.documentElement.dataset.theme = theme;

const root = location.pathname.replace(/\/(guide|assets)\/.*$|\/[^/]*$/, "/");
for (const link of document.links) {
  const address = link.getAttribute("href");
  if (!address.includes(":")) link.href = root + address;
}
