// The day of the build may have gone by since: statuses are told anew by the
// reader's own day. The words, the day of the build and the number of days that
// count as soon stand at the body; where they do not, the day is fixed.

export function refreshStatuses() {
  const { words, clock, soon } = document.body.dataset;
  if (!words) return;
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  if (today <= clock) return;
  const say = JSON.parse(words);
  for (const element of document.querySelectorAll(".status")) {
    show(element, statusOn(today, element.dataset, Number(soon)), say);
  }
  const { lang } = document.documentElement;
  const locale = lang === "en" ? "en-GB" : lang; // day before month
  for (const time of document.querySelectorAll(".asof time")) {
    time.dateTime = today;
    time.textContent = now.toLocaleDateString(locale, { year: "numeric", month: "long", day: "numeric" });
  }
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
