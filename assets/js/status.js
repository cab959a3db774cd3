// The day of the build may have gone by since: statuses are told anew by the
// reader's own day. The words, the day of the build and the number of days that
// count as soon stand at the body; where they do not, the day is fixed.

export function refreshStatuses() {
  const day = readersDay();
  if (!day) return;
  const say = JSON.parse(document.body.dataset.words);
  for (const element of document.querySelectorAll(".status")) {
    show(element, statusOn(day.today, element.dataset, day.soon), say);
  }
  for (const time of document.querySelectorAll(".asof time")) {
    time.dateTime = day.today;
    time.textContent = day.text;
  }
}

// readersDay is the reader's own day, and in words; undefined where the page
// keeps to that of the build.
export function readersDay() {
  const { words, clock, soon } = document.body.dataset;
  if (!words) return undefined;
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (today <= clock) return undefined;
  const { lang } = document.documentElement;
  const locale = lang === "en" ? "en-GB" : lang; // day before month
  const text = now.toLocaleDateString(locale, { year: "numeric", month: "long", day: "numeric" });
  return { today, soon: Number(soon), text };
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

function show(element, status, say) {
  if (!status) {
    element.remove();
    return;
  }
  element.className = `status s-${status}`;
  element.textContent = say[status];
}
