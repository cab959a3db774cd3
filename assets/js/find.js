// Find by who you are: the page lists all measures; the form shows those that
// fit what is chosen. The choice stands in the address, so that it can be kept,
// sent on, and taken along into the other language.
import { keepPlace } from "./language.js";
import { ended, readersDay, standingOn } from "./status.js";

// As many are shown at first; a telephone would else have to scroll through all.
const shownAtFirst = 20;

export function addFinder() {
  const template = document.getElementById("find-form");
  if (!template) return;
  const form = template.content.firstElementChild.cloneNode(true);
  const found = document.getElementById("found");
  template.replaceWith(form, found); // what fits comes right below the form
  const finder = new Finder(form, found);
  finder.restore(new URLSearchParams(location.search));
  form.addEventListener("change", (event) => finder.choose(event.target));
  form.addEventListener("reset", (event) => finder.clear(event));
  form.addEventListener("submit", (event) => event.preventDefault());
}

class Finder {
  constructor(form, found) {
    this.form = form;
    this.found = found;
    this.links = document.querySelectorAll("#who, #what");
    this.also = form.querySelector("fieldset");
    this.rest = this.addRest();
    const day = readersDay();
    this.rows = [...found.querySelectorAll("li[data-for]")].map((row) => ({
      row,
      for: words(row.dataset.for),
      gives: words(row.dataset.gives),
      running: running(row.dataset, day),
    }));
  }

  // addRest adds the button below the list that shows what is held back.
  addRest() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rest";
    button.addEventListener("click", () => {
      const [first] = this.held;
      for (const row of this.held) row.hidden = false;
      this.hold([]);
      first.querySelector("a").focus(); // where the reader goes on
    });
    this.found.append(button);
    return button;
  }

  // hold remembers the rows that fit and are not shown until they are asked for.
  hold(rows) {
    this.held = rows;
    this.rest.hidden = rows.length === 0;
    this.rest.textContent = this.form.dataset.rest.replace("{n}", rows.length);
  }

  // restore takes the choice from an address. What is not known is not chosen.
  restore(query) {
    for (const name of ["for", "gives", "still"]) {
      const field = this.form.elements[name];
      field.value = query.get(name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    this.offerOthers(words(query.get("also")));
    this.show();
  }

  // choose follows a change of a field.
  choose(field) {
    if (field.name === "for") this.offerOthers([]);
    this.show();
    this.remember();
  }

  clear(event) {
    event.preventDefault(); // it comes before the fields change
    this.restore(new URLSearchParams());
    this.remember();
  }

  // remember puts the choice into the address, and into that of the other language.
  remember() {
    const query = this.query().toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + location.hash);
    keepPlace();
  }

  query() {
    const query = new URLSearchParams();
    for (const name of ["for", "gives", "still"]) {
      if (this.form.elements[name].value) query.set(name, this.form.elements[name].value);
    }
    const also = this.others();
    if (also.length > 0) query.set("also", also.join(" "));
    return query;
  }

  // offerOthers offers what people of the chosen kind often are, too.
  offerOthers(checked) {
    const often = words(this.form.elements.for.selectedOptions[0].dataset.often);
    this.also.querySelectorAll("label").forEach((label) => label.remove());
    for (const id of often) {
      const option = this.option(id);
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.name = "also";
      box.value = id;
      box.checked = checked.includes(id);
      label.append(box, option.textContent);
      this.also.append(label);
    }
    this.also.hidden = often.length === 0;
  }

  others() {
    return [...this.also.querySelectorAll("input:checked")].map((box) => box.value);
  }

  option(id) {
    return [...this.form.elements.for.options].find((o) => o.value === id);
  }

  // audiences are the chosen ones, with the wider ones whose measures hold, too.
  audiences() {
    const chosen = [this.form.elements.for.value, ...this.others()].filter(Boolean);
    return chosen.flatMap((id) => [id, ...words(this.option(id).dataset.wider)]);
  }

  show() {
    const audiences = this.audiences();
    const { gives, still } = this.form.elements;
    const fitting = this.rows.filter((item) =>
      (audiences.length === 0 || audiences.some((id) => item.for.includes(id)))
      && (!gives.value || item.gives.includes(gives.value))
      && fitsStatus(still.value, item.running)).map((item) => item.row);
    for (const { row } of this.rows) row.hidden = true;
    for (const row of fitting.slice(0, shownAtFirst)) row.hidden = false;
    this.hold(fitting.slice(shownAtFirst));
    this.tell(fitting.length);
  }

  tell(count) {
    const { none, single, count: many } = this.form.dataset;
    const chosen = this.query().toString() !== "";
    const text = count === 0 ? none : (count === 1 ? single : many).replace("{n}", count);
    this.form.querySelector("output").textContent = text;
    for (const section of this.links) section.hidden = chosen;
    this.found.querySelector(".count").textContent = count;
  }
}

function words(text) {
  return text ? text.split(" ") : [];
}

// running is the twin of Standing.Running in package site, on the reader's own
// day where that is a later one than the page's.
export function running({ standing, spans }, day) {
  const now = day && spans ? standingOn(day.today, spans, day.soon) : standing;
  if (!now) return "unstated";
  return now === "expired" || ended(now) ? "over" : "running";
}

function fitsStatus(wanted, is) {
  if (wanted === "any") return true;
  return wanted ? is === wanted : is !== "over";
}
