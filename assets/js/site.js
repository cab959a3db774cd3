// Everything works without this script. It only adds: the language switch
// keeps the place in the page, long lists get a filter, and the status of time
// limits is told by the reader's own day.
import { keepPlace } from "./language.js";
import { refreshStatuses } from "./status.js";
import { addFilters } from "./filter.js";

keepPlace();
refreshStatuses();
addFilters();
