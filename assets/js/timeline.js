// The pictures of time limits follow the reader's own day, as the statuses do,
// and a picture that is zoomed shows the place of that day.
import { statusOn, readersDay } from "./status.js";

export function refreshPictures() {
  const day = readersDay();
  for (const picture of document.querySelectorAll(".timeline")) {
    if (day) moveTo(picture, day);
    picture.addEventListener("change", () => showToday(picture));
  }
}

function moveTo(picture, { today, soon, text }) {
  // Of an ended document, no day tells anything anew.
  for (const mark of picture.querySelectorAll(".track a:not(.s-repealed, .s-replaced)")) {
    mark.setAttribute("class", `s-${statusOn(today, mark.dataset, soon)}`);
  }
  const { first, last } = picture.dataset;
  const days = (a, b) => (Date.parse(b) - Date.parse(a)) / 864e5;
  const share = (days(first, today) + 0.5) / (days(first, last) + 1);
  for (const part of picture.querySelectorAll(".today")) {
    if (share < 0 || share > 1) part.remove();
    for (const name of ["x", "x1", "x2"]) {
      if (part.hasAttribute(name)) part.setAttribute(name, `${share * 100}%`);
    }
    if (part.hasAttribute("x")) {
      part.textContent = part.textContent.replace(part.dataset.day, text);
      part.setAttribute("text-anchor", share < 0.3 ? "start" : share > 0.7 ? "end" : "middle");
    }
  }
}

function showToday(picture) {
  const region = picture.querySelector(".scroll"), line = picture.querySelector("line.today");
  if (!line) return;
  const box = region.getBoundingClientRect();
  region.scrollLeft += line.getBoundingClientRect().left - box.left - box.width / 2;
}
