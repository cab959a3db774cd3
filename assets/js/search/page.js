// The search page: the form, its address, and what is shown.
import { Index } from "./rank.js";
import { Filters } from "./facets.js";
import { resultItem, resultLink } from "./result.js";

const wait = 150, shownAtOnce = 10; // milliseconds after a letter; results

export class SearchPage {
  constructor(form) {
    this.form = form;
    this.input = form.elements.q;
    this.words = JSON.parse(form.dataset.words);
    this.pageLang = document.documentElement.lang.slice(0, 2);
    this.section = document.querySelector(".results");
    this.list = this.section.querySelector("ol");
    this.count = document.getElementById("search-count");
    this.note = document.getElementById("search-note");
    this.aside = this.section.querySelector(".aside");
    this.further = this.section.querySelector(".further");
    this.elsewhere = this.section.querySelector(".elsewhere");
    this.indexes = new Map();
    this.filters = new Filters(form);
    this.turn = 0; // of the latest search: an answer that comes late is not shown
  }

  start() {
    const later = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(false), wait);
    };
    this.input.addEventListener("input", later);
    this.input.addEventListener("focus", () => this.index(this.filters.lang(this.pageLang)).catch(() => {}), { once: true });
    this.form.addEventListener("submit", (e) => {
      e.preventDefault();
      clearTimeout(this.timer);
      this.search(true);
    });
    this.filters.onchange = () => this.search(true);
    this.filters.onopen = () => this.search(false);
    this.further.addEventListener("click", () => this.showFurther(true));
    this.elsewhere.addEventListener("click", () => {
      this.filters.setLang(this.otherLang());
      this.search(true);
      this.input.focus();
    });
    addEventListener("popstate", () => this.restore());
    this.restore();
  }

  // restore shows what the address says.
  restore() {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") || "";
    this.filters.read(asked);
    this.search(false);
  }

  index(lang) {
    if (!this.indexes.has(lang)) {
      const opened = Index.open(this.form.dataset.index + lang + "/");
      opened.catch(() => this.indexes.delete(lang));
      this.indexes.set(lang, opened);
    }
    return this.indexes.get(lang);
  }

  otherLang() { return this.filters.lang(this.pageLang) === "zh" ? "en" : "zh"; }

  // search searches for what the form says. A search that was asked for is a step
  // in the history of the browser; one while typing changes the last step.
  async search(asked) {
    const turn = ++this.turn, query = this.input.value.trim();
    this.keepAddress(query, asked);
    if (!query && !this.filters.any()) {
      this.section.hidden = true;
      return;
    }
    try {
      const lang = this.filters.lang(this.pageLang), index = await this.index(lang);
      const answer = query ? await index.search(query) : { hits: [], aside: [], close: 0, query, units: [] };
      const hits = await this.filters.apply(index, query ? answer.hits : null);
      // How many are close is counted anew: filters may have taken some away.
      const least = answer.close ? answer.hits[answer.close - 1].score : 0;
      const limit = hits.filter((h) => h.score >= least).length || hits.length;
      await Promise.all(hits.slice(0, Math.min(shownAtOnce, limit)).map((h) => index.files.page(h.page)));
      if (turn !== this.turn) return;
      this.shown = { index, answer, hits, lang, n: 0, limit };
      await this.show(query);
      await this.offerOther(turn, query);
    } catch (error) {
      if (turn !== this.turn) return;
      this.section.hidden = false;
      this.list.replaceChildren();
      this.note.hidden = this.aside.hidden = this.further.hidden = this.elsewhere.hidden = true;
      this.count.textContent = this.words.error;
      console.info(error);
    }
  }

  keepAddress(query, asked) {
    const address = new URLSearchParams();
    if (query) address.set("q", query);
    this.filters.write(address, this.pageLang);
    const search = String(address) ? "?" + address : "";
    if (search === location.search) return;
    history[asked ? "pushState" : "replaceState"](null, "", location.pathname + search);
  }

  async show(query) {
    const { answer, hits, limit } = this.shown;
    this.section.hidden = false;
    this.list.replaceChildren();
    this.elsewhere.hidden = true;
    this.count.textContent = hits.length ? this.say(limit === 1 ? "found.one" : "found", { n: limit })
      : this.say(query ? "none" : "none.filter", { query });
    this.note.hidden = !hits.length || answer.query === query;
    if (!this.note.hidden) this.note.textContent = this.say("mended", { query, other: answer.query });
    await this.showAside();
    await this.showFurther(false);
  }

  // showAside offers pages that list others: those of an audience or a benefit.
  async showAside() {
    const s = this.shown;
    const pages = await Promise.all(s.answer.aside.map((h) => s.index.files.page(h.page)));
    if (s !== this.shown) return;
    this.aside.hidden = !pages.length;
    this.aside.querySelector("ul").replaceChildren(...pages.map((page) => {
      const item = document.createElement("li");
      item.append(resultLink(page, this.base(), this.pageLang));
      return item;
    }));
  }

  // base is the address of the site's root.
  base() { return this.form.dataset.index.replace(/search\/$/, ""); }

  say(key, values) {
    return this.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  // showFurther adds the next results. First all that come close to the best one,
  // then the others.
  async showFurther(asked) {
    const s = this.shown, from = s.n;
    if (asked && from === s.limit) s.limit = s.hits.length;
    s.n = Math.min(from + shownAtOnce, s.limit);
    const pages = await Promise.all(s.hits.slice(from, s.n).map((h) => s.index.files.page(h.page)));
    if (s !== this.shown) return;
    const items = pages.map((page) => resultItem(page, s.answer.units, {
      words: this.words, lang: s.lang, pageLang: this.pageLang,
      base: this.base(), today: this.filters.today, soon: this.filters.soon,
    }));
    this.list.append(...items);
    this.further.hidden = s.n === s.hits.length;
    this.further.textContent = s.n < s.limit ? this.words.more : this.say("loose", { n: s.hits.length - s.n });
    if (asked && items.length) items[0].querySelector("a").focus();
  }

  // offerOther looks in the other language where this one has nothing.
  async offerOther(turn, query) {
    if (this.shown.hits.length || !query || !this.filters.languages()) return;
    const other = await this.index(this.otherLang());
    const hits = await this.filters.apply(other, (await other.search(query)).hits);
    if (turn !== this.turn || !hits.length) return;
    this.elsewhere.textContent = this.say("other", { n: hits.length });
    this.elsewhere.hidden = false;
  }
}
