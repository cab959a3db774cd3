// The day of the build may have gone by since: statuses are told anew by the
// reader's own day. The words, the day of the build and the number of days that
// count as soon stand at the body; where they do not, the day is fixed.

export function refreshStatuses() {
  const day = readersDay();
  if (!day) return;
  const say = JSON.parse(document.body.dataset.words);
  for (const element of document.querySelectorAll(".status[data-kind]")) {
    show(element, statusOn(day.today, element.dataset, day.soon), say);
  }
  for (const element of document.querySelectorAll(".status[data-spans]")) {
    show(element, standingOn(day.today, element.dataset.spans, day.soon), say);
    refreshNext(element.parentElement.querySelector(".next"), day.today, element.dataset.spans);
  }
  for (const time of document.querySelectorAll(".asof time")) showDay(time, day.today);
}

// readersDay is the reader's own day, and in words; undefined where the page
// keeps to that of the build.
export function readersDay() {
  const { words, clock, soon } = document.body.dataset;
  if (!words) return undefined;
  const today = localDay();
  if (today <= clock) return undefined;
  return { today, soon: Number(soon), text: inWords(today) };
}

// localDay is today where the reader is, as 2022-06-30.
export function localDay() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// ended tells a document's end from what days can tell.
export function ended(status) {
  return status === "repealed" || status === "replaced";
}

// statusOn is the twin of StatusOf in package site.
export function statusOn(today, { kind, start, end }, soon) {
  const due = kind === "due";
  if (start && today < start && !due) return "upcoming";
  if (!end) return "";
  const days = (Date.parse(end) - Date.parse(today)) / 864e5;
  const names = due ? ["past", "soon", "open"] : ["expired", "ending", "valid"];
  return names[days < 0 ? 0 : days <= soon ? 1 : 2];
}

// standingOn is the twin of statusOfSpans in package site: the status of a
// measure from the days of all its benefits, "2022-01-01/2024-12-31 /2022-12-31".
export function standingOn(today, spans, soon) {
  const all = readSpans(spans).map(({ start, end }) => statusOn(today, { kind: "period", start, end }, soon) || "valid");
  const has = (status) => all.includes(status);
  if (all.every((status) => status === "expired")) return "expired";
  if (all.every((status) => status === "upcoming")) return "upcoming";
  if (has("expired")) return "partly";
  return has("valid") ? "valid" : "ending";
}

function readSpans(spans) {
  return spans.split(" ").map((span) => {
    const [start, end] = span.split("/");
    return { start, end };
  });
}

// refreshNext tells the first day from today on at which a benefit ends.
function refreshNext(box, today, spans) {
  const next = readSpans(spans).map(({ end }) => end).filter((end) => end >= today).sort()[0];
  if (!box) return;
  if (next) showDay(box.querySelector("time"), next);
  else box.remove();
}

function showDay(time, day) {
  time.dateTime = day;
  time.textContent = inWords(day);
}

function inWords(day) {
  const { lang } = document.documentElement;
  const locale = lang === "en" ? "en-GB" : lang; // day before month
  return new Date(`${day}T12:00`).toLocaleDateString(locale, { year: "numeric", month: "long", day: "numeric" });
}

function show(element, status, say) {
  if (!status) {
    element.remove();
    return;
  }
  element.className = element.className.replace(/\bs-\w+/, `s-${status}`);
  element.textContent = say[status];
}
