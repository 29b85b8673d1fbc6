// The script of the guide's pages.
import { annotate } from "./annotate.js";
import { startCarrying } from "./carry.js";
import { startCopying } from "./copy.js";
import { foldContents } from "./contents.js";
import { startThemeSwitch } from "./themeswitch.js";

foldContents();
startThemeSwitch();
startCarrying();
startCopying();
annotate();
