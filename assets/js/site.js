// Everything works without this script. It only adds: the language switch
// keeps the place in the page, long lists get a filter, measures are found by
// who one is, citations get a button, the status of time limits is told by the
// reader's own day, and reading aids are kept for those who ask.
import { keepPlace } from "./language.js";
import { refreshStatuses } from "./status.js";
import { refreshPictures } from "./timeline.js";
import { addFilters } from "./filter.js";
import { addReading } from "./reading.js";
import { addFinder } from "./find.js";
import { addCopyButtons } from "./copy.js";

addReading();
keepPlace();
addEventListener("hashchange", keepPlace);
refreshStatuses();
refreshPictures();
addFilters();
addCopyButtons();
addFinder(); // after the statuses, by which it chooses
