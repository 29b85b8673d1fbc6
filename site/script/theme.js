// Applies the chosen theme before the page is drawn. Without a choice the
// style sheet follows the system.
import { chosenTheme } from "./themechoice.js";

const theme = chosenTheme();
if (theme) document.documentElement.dataset.theme = theme;
