// Everything works without this script. It only adds: the language switch
// keeps the place in the page, long lists get a filter, measures are found by
// who one is, and the status of time limits is told by the reader's own day.
import { keepPlace } from "./language.js";
import { refreshStatuses } from "./status.js";
import { refreshPictures } from "./timeline.js";
import { addFilters } from "./filter.js";
import { addFinder } from "./find.js";

keepPlace();
addEventListener("hashchange", keepPlace);
refreshStatuses();
refreshPictures();
addFilters();
addFinder(); // after the statuses, by which it chooses
