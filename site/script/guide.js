// The script of the guide's pages.
import { annotate } from "./annotate.js";
import { startCopying } from "./copy.js";
import { startThemeSwitch } from "./themeswitch.js";

startThemeSwitch();
startCopying();
annotate();
