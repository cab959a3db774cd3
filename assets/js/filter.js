// A long list gets a field that shows only the rows that hold all words typed.

const rowsOf = "tbody tr, .items > li, .counted > li";
const shownRows = "tbody tr:not([hidden]), .items > li:not([hidden]), .counted > li:not([hidden])";
const fewest = 8; // shorter lists are read faster than filtered

export function addFilters() {
  document.querySelectorAll(".filtered").forEach((box, n) => {
    const rows = [...box.querySelectorAll(rowsOf)];
    if (rows.length < fewest) return;
    const { form, input, count } = makeForm(box, `filter-${n}`);
    box.prepend(form);
    input.addEventListener("input", () => {
      const shown = filter(box, rows, input.value);
      count.textContent = tell(box.dataset, input.value, shown, rows.length);
    });
  });
}

function makeForm(box, id) {
  const label = document.createElement("label"), input = document.createElement("input");
  const count = document.createElement("p"), form = document.createElement("div");
  form.className = "filter";
  input.type = "search";
  input.id = id;
  input.placeholder = box.dataset.hint;
  label.htmlFor = id;
  label.textContent = box.dataset.label;
  count.setAttribute("role", "status");
  form.append(label, input, count);
  return { form, input, count };
}

// filter hides what does not fit, sections without a row too, and counts what
// is left.
function filter(box, rows, typed) {
  const wanted = typed.toLowerCase().split(/\s+/);
  let shown = 0;
  for (const row of rows) {
    const section = row.closest("section");
    const heading = section && section !== box ? section.firstElementChild.textContent : "";
    const text = `${row.textContent} ${heading}`.toLowerCase();
    row.hidden = !wanted.every((word) => text.includes(word));
    if (!row.hidden) shown++;
  }
  for (const section of box.querySelectorAll("section")) {
    section.hidden = !section.querySelector(shownRows);
  }
  return shown;
}

function tell({ none, count }, typed, shown, all) {
  if (!typed) return "";
  if (shown === 0) return none;
  return count.replace("{n}", shown).replace("{all}", all);
}
