// Searches while one types. Without this script the page leads to the index from
// A to Z; on a page opened from a disk, where nothing can be fetched, it does, too.
import { SearchPage } from "./search/page.js";

const form = document.getElementById("search");
if (location.protocol === "file:") {
  form.hidden = true;
  document.getElementById("search-file").hidden = false;
} else {
  new SearchPage(form).start();
}
