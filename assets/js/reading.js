// Reading aids work without script, in the page at hand (reading.css). The
// script tells the root what is chosen, for browsers without :has(), and keeps
// it for other pages where the reader asks for that: nothing is stored before.

const name = "mingbai-reading";
const aids = ["size", "spacing", "colours"];

export function addReading() {
  const form = document.querySelector(".reading form");
  if (!form || !storage()) return;
  const { keep } = form.elements;
  keep.closest("[hidden]").hidden = false;
  const kept = read();
  keep.checked = Object.keys(kept).length > 0;
  for (const aid of aids) choose(form, aid, kept[aid]);
  form.addEventListener("change", () => take(form));
  // The fields have their first values only after the event.
  form.addEventListener("reset", () => setTimeout(() => take(form)));
  show(form);
}

// take shows what is chosen, and keeps or forgets it.
function take(form) {
  const chosen = show(form);
  if (form.elements.keep.checked) storage().setItem(name, JSON.stringify(chosen));
  else storage().removeItem(name);
}

// show tells the root what is chosen, and gives it.
function show(form) {
  const chosen = {};
  for (const aid of aids) {
    const { value } = form.elements[aid];
    if (value) chosen[aid] = document.documentElement.dataset[aid] = value;
    else delete document.documentElement.dataset[aid];
  }
  return chosen;
}

// choose ticks a value, where the page has it.
function choose(form, aid, value) {
  const field = [...form.elements[aid]].find((f) => f.value === (value || ""));
  if (field) field.checked = true;
}

function read() {
  try {
    return JSON.parse(storage().getItem(name)) || {};
  } catch {
    return {}; // not written by this script
  }
}

// storage is undefined where the browser keeps nothing, as with files from a
// disk in some.
function storage() {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
