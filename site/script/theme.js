// Runs before the page is drawn: takes in what a link brought, and applies the
// chosen theme. Without a choice the style sheet follows the system.
import { arrive } from "./carry.js";
import { chosenTheme } from "./themechoice.js";

arrive();
const theme = chosenTheme();
if (theme) document.documentElement.dataset.theme = theme;
