// A long list gets a field that shows only the rows that hold all words typed,
// and a choice for each facet: what the page's "data-facet-NAME" calls by a
// name, and its rows mark as data-facet="NAME". A facet without two values in
// the list gets none.

const rowsOf = "tbody tr, .items > li, .counted > li";
const shownRows = "tbody tr:not([hidden]), .items > li:not([hidden]), .counted > li:not([hidden])";
const fewest = 8; // shorter lists are read faster than filtered

export function addFilters() {
  document.querySelectorAll(".filtered").forEach((box, n) => {
    const rows = [...box.querySelectorAll(rowsOf)];
    if (rows.length >= fewest) addFilter(box, rows, `filter-${n}`);
  });
}

function addFilter(box, rows, id) {
  const form = element("div", { className: "filter" });
  const input = element("input", { type: "search", id, placeholder: box.dataset.hint });
  const count = element("p"), reset = element("button", { type: "button", textContent: box.dataset.reset, hidden: true });
  count.setAttribute("role", "status");
  form.append(labelled(box.dataset.label, input, "words"));
  const choices = facetsOf(box, rows).map(([name, label, values]) => {
    const select = element("select", { id: `${id}-${name}` });
    select.append(new Option(box.dataset.all, ""), ...values.map((v) => new Option(v, v)));
    form.append(labelled(label, select));
    return { name, select };
  });
  const update = () => {
    const wanted = choices.filter(({ select }) => select.value);
    const shown = filter(box, rows, input.value, wanted);
    reset.hidden = !input.value && !wanted.length;
    count.textContent = reset.hidden ? "" : tell(box.dataset, shown, rows.length);
  };
  form.addEventListener("input", update);
  reset.addEventListener("click", () => {
    input.value = "";
    choices.forEach(({ select }) => (select.value = ""));
    update();
    input.focus();
  });
  form.append(reset, count);
  box.prepend(form);
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function labelled(text, field, className = "") {
  const box = element("div", { className });
  box.append(element("label", { htmlFor: field.id, textContent: text }), field);
  return box;
}

// facetsOf lists the facets of a list: name, label and the values that occur,
// in their order.
function facetsOf(box, rows) {
  const all = [];
  for (const [key, label] of Object.entries(box.dataset)) {
    if (!/^facet[A-Z]/.test(key)) continue;
    const name = key.slice(5).toLowerCase();
    const values = new Set(rows.flatMap((row) => valuesOf(row, name)));
    values.delete("—");
    if (values.size > 1) all.push([name, label, [...values]]);
  }
  return all;
}

// valuesOf reads the page each time: a status may have been told anew.
function valuesOf(row, name) {
  return [...row.querySelectorAll(`[data-facet="${name}"]`)].map((e) => e.textContent.trim());
}

// filter hides what does not fit, sections without a row too, and counts what
// is left.
function filter(box, rows, typed, choices) {
  const words = typed.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const row of rows) {
    const section = row.closest("section");
    const heading = section && box.contains(section) ? section.firstElementChild.textContent : "";
    const text = `${row.textContent} ${heading}`.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word))
      || !choices.every(({ name, select }) => valuesOf(row, name).includes(select.value));
    if (!row.hidden) shown++;
  }
  for (const section of box.querySelectorAll("section")) {
    section.hidden = !section.querySelector(shownRows);
  }
  return shown;
}

function tell({ none, count }, shown, all) {
  return shown ? count.replace("{n}", shown).replace("{all}", all) : none;
}
