// Makes a result: title, what it is, where it stands, and an excerpt in which the
// words that were found are marked.
import { marksOf, excerpt } from "./excerpt.js";
import { ended, statusOn } from "../status.js";

// resultItem makes a list item of a page of the index.
export function resultItem(page, units, { words, lang, pageLang, base, today, soon }) {
  const item = document.createElement("li"), title = document.createElement("h3");
  const link = resultLink(page, base, pageLang, units);
  if (page.n) link.prepend(page.n, lang === "en" ? " " : "");
  title.append(link);
  item.append(title, where(page, words, pageLang, today, soon));
  if (page.x) {
    const cut = excerpt(page.x, units), text = document.createElement("p");
    text.className = "excerpt";
    setLang(text, cut.text, pageLang);
    mark(text, cut.text, cut.marks);
    item.append(text);
  }
  if (lang !== pageLang) link.hreflang = lang === "zh" ? "zh-CN" : lang;
  return item;
}

// resultLink leads to a page by its title.
export function resultLink(page, base, pageLang, units = []) {
  const link = document.createElement("a");
  // The elder edition leads to its own pages.
  link.href = base + (document.body.classList.contains("elder") ? page.u.replace("/", "-elder/") : page.u);
  setLang(link, page.t, pageLang);
  mark(link, page.t, marksOf(page.t, units));
  return link;
}

// where says what the page is, what it belongs to, and whether it still runs.
function where(page, words, pageLang, today, soon) {
  const line = document.createElement("p");
  line.className = "scope";
  line.append(words["kind." + page.k] || "");
  if (page.w) {
    const within = document.createElement("span");
    setLang(within, page.w, pageLang);
    within.textContent = page.w;
    line.append(" · ", within);
  }
  const told = new Set();
  for (const [kind, start, end] of page.l || []) {
    const status = ended(kind) ? kind : today && statusOn(today, { kind, start, end }, soon);
    if (!status || told.has(status)) continue;
    told.add(status);
    const sign = document.createElement("span");
    sign.className = "status s-" + status;
    sign.textContent = words["status." + status];
    line.append(" ", sign);
  }
  return line;
}

// setLang names the language of a text where it is not that of the page.
function setLang(element, text, pageLang) {
  const lang = /\p{Script=Han}/u.test(text) ? "zh" : "en";
  if (lang !== pageLang) element.lang = lang === "zh" ? "zh-CN" : "en";
}

// mark writes a text with its marks: [from, to] in UTF-16 units, in order.
function mark(element, text, marks) {
  let at = 0;
  for (const [from, to] of marks) {
    const m = document.createElement("mark");
    m.textContent = text.slice(from, to);
    element.append(text.slice(at, from), m);
    at = to;
  }
  element.append(text.slice(at));
}
