// The script of the guide's pages.
import { annotate } from "./annotate.js";
import { foldContents } from "./contents.js";
import { startFrame } from "./frame.js";
import { startHeadings } from "./headings.js";
import { startRules } from "./rules.js";

foldContents();
annotate(); // before the frame, which looks at all the code that a page has
startFrame();
startHeadings();
startRules();
