// The filters: lists to choose from, with the number of results of each choice.
// Their data are fetched when a reader turns to them; the twin of facets.go.

import { pagesOf } from "./files.js";
import { ended, localDay } from "../status.js";

const keys = ["action", "department", "audience", "status"];

export class Filters {
  constructor(form) {
    this.box = form.querySelector("details");
    this.selects = new Map([...form.querySelectorAll("select")].map((s) => [s.name, s]));
    this.clear = form.querySelector(".clear");
    this.soon = Number(form.dataset.soon);
    this.today = form.dataset.today;
    if ("live" in form.dataset) {
      const own = localDay();
      if (own > this.today) this.today = own;
    }
    for (const select of this.selects.values()) {
      for (const o of select.options) o.dataset.label = o.textContent;
      select.addEventListener("change", () => this.onchange());
    }
    this.clear.addEventListener("click", () => {
      for (const key of keys) if (this.selects.has(key)) this.selects.get(key).value = "";
      this.selects.get(keys.find((k) => this.selects.has(k))).focus();
      this.onchange();
    });
    this.box.addEventListener("toggle", () => this.box.open && this.onopen());
    this.box.hidden = false;
  }

  value(key) { return this.selects.has(key) ? this.selects.get(key).value : ""; }
  any() { return keys.some((k) => this.value(k)); }
  languages() { return this.selects.has("lang"); }
  lang(otherwise) { return this.value("lang") || otherwise; }
  setLang(lang) { this.selects.get("lang").value = lang; }

  read(asked) {
    for (const [key, select] of this.selects) {
      const wanted = asked.get(key) || "";
      const has = [...select.options].find((o) => o.value === wanted) || [...select.options].find((o) => o.defaultSelected);
      select.value = has ? has.value : select.options[0].value;
    }
    if (this.any()) this.box.open = true;
  }

  write(address, pageLang) {
    for (const key of keys) if (this.value(key)) address.set(key, this.value(key));
    if (this.lang(pageLang) !== pageLang) address.set("lang", this.lang(pageLang));
  }

  // apply gives the hits that the filters let through; without hits, all pages
  // that they do. Nothing is fetched for filters that are closed.
  async apply(index, hits) {
    this.clear.hidden = !this.any();
    if (!this.any() && !this.box.open) return hits || [];
    const facets = await index.files.json("facets.json");
    const lists = new Map(keys.map((k) => [k, this.sets(facets, k)]));
    const through = (page, but) => keys.every((k) => k === but || !this.value(k) || has(lists.get(k), this.value(k), page));
    const all = hits || everything(index.files.manifest.pages);
    for (const key of keys) if (this.selects.has(key)) this.number(key, lists.get(key), all.filter((h) => through(h.page, key)));
    return all.filter((h) => through(h.page));
  }

  // sets gives the pages of each value.
  sets(facets, key) {
    if (key !== "status") return new Map(Object.entries(facets[key]).map(([v, list]) => [v, pagesOf(list)]));
    const out = new Map();
    for (const [limit, list] of Object.entries(facets.limit)) {
      for (const status of statusesOf(limit, this.today, this.soon)) {
        const pages = out.get(status) || new Set();
        pagesOf(list).forEach((p) => pages.add(p));
        out.set(status, pages);
      }
    }
    return out;
  }

  // number writes behind each choice how many results it would leave.
  number(key, sets, hits) {
    for (const o of this.selects.get(key).options) {
      if (!o.value) continue;
      const n = hits.filter((h) => has(sets, o.value, h.page)).length;
      o.textContent = `${o.dataset.label} (${n})`;
    }
  }
}

const has = (sets, value, page) => sets.has(value) && sets.get(value).has(page);

const everything = (n) => Array.from({ length: n }, (_, page) => ({ page, score: 0 }));

// statusesOf tells where a day stands to a time limit. What ends soon still runs.
export function statusesOf(limit, today, soon) {
  const [kind, start, end] = limit.split(" ");
  if (ended(kind)) return ["over"];
  if (!today) return [];
  if (start !== "-" && today < start && kind !== "due") return ["upcoming"];
  if (end === "-") return [];
  if (end < today) return ["over"];
  return (Date.parse(end) - Date.parse(today)) / 864e5 <= soon ? ["running", "soon"] : ["running"];
}
