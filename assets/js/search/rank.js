// Looks units up and adds up what they say of each page, in whole numbers; the
// twin of rank.go.
import { analyze, Vocabulary } from "./query.js";
import { mend, mostMendings } from "./mend.js";
import { Files, pagesOf, postings } from "./files.js";

const closeness = 18, maxImpact = 15, mostAside = 3;

// Index is the index of a language.
export class Index {
  static async open(base) {
    const x = new Index();
    x.files = await new Files(base).open();
    x.aside = pagesOf(x.files.manifest.aside || "");
    x.words = new Vocabulary(await x.files.json("words.json"));
    return x;
  }

  // search gives {hits: [{page, score}], close, query, units}.
  async search(text) {
    for (let n = 0; ; n++) {
      const q = analyze(this.words, text), units = await this.find(q);
      const mended = n < mostMendings ? await mend(this, text, q, units) : "";
      if (!mended) return rank(this.files.manifest.pages, this.aside, units, text);
      text = mended;
    }
  }

  find(q) {
    return Promise.all(q.units.map(async (u, i) => {
      const f = { ...u, impact: new Map(), mass: 0 };
      const ways = await Promise.all(u.ways.map((w) => this.lists(w)));
      u.ways.forEach((w, k) => addWay(f, w, ways[k]));
      const last = q.runs[u.run];
      if (!f.mass && i === q.units.length - 1 && last.kind === "word" && [...last.text].length > 2) {
        // Perhaps it is not typed to its end.
        const way = { terms: u.ways[0].terms, prefix: true };
        addWay(f, way, await this.lists(way));
      }
      return f;
    }));
  }

  lists(way) { return Promise.all(way.terms.map((t) => this.files.entries(t, way.prefix))); }
}

function addWay(f, way, lists) {
  const pages = together(lists.map((entries) => entries.flatMap(postings)));
  for (let [page, impact] of pages) {
    if (way.synonym) impact = Math.max((impact * 10) >> 4, 1);
    f.impact.set(page, Math.max(f.impact.get(page) || 0, impact));
  }
  if (f.ways.length === 1 && way.terms.length === 1) {
    lists[0].forEach((e) => { f.mass += e.mass; });
    return;
  }
  f.mass = 0;
  for (const impact of f.impact.values()) f.mass += impact;
}

// together gives the pages in all lists with the least of their impacts.
function together(lists) {
  let out;
  for (const list of lists) {
    const here = new Map();
    for (const [page, impact] of list) here.set(page, Math.max(here.get(page) || 0, impact));
    if (!out) {
      out = here;
      continue;
    }
    for (const [page, impact] of out) {
      if (here.has(page)) out.set(page, Math.min(impact, here.get(page)));
      else out.delete(page);
    }
  }
  return out || new Map();
}

function rank(pages, aside, units, query) {
  const score = new Map(), got = new Map();
  let total = 0;
  for (const u of units) {
    if (!u.mass) continue;
    const worth = u.weight * rarity(pages, u.mass);
    if (!u.bridge) total += worth;
    for (const [page, impact] of u.impact) {
      score.set(page, (score.get(page) || 0) + worth * impact);
      if (!u.bridge) got.set(page, (got.get(page) || 0) + worth);
    }
  }
  const hits = [];
  for (let [page, s] of score) {
    const share = total ? Math.floor(((got.get(page) || 0) * 1000) / total) : 1000;
    for (let i = 0; i < 3; i++) s = Math.floor((s * share) / 1000);
    if (s > 0) hits.push({ page, score: s });
  }
  hits.sort((a, b) => b.score - a.score || a.page - b.page);
  return { ...divide(hits, aside), query, units };
}

// divide takes the pages that are offered beside the results out of them, and
// counts those that come close to the best.
function divide(all, aside) {
  const near = (h, best) => h.score * 100 >= best.score * closeness;
  const hits = all.filter((h) => !aside.has(h.page));
  return {
    hits,
    aside: all.filter((h) => aside.has(h.page) && near(h, all[0])).slice(0, mostAside),
    close: hits.filter((h) => near(h, hits[0])).length,
  };
}

function rarity(pages, mass) {
  let x = Math.floor(((mass + maxImpact * pages) * 65536) / mass), out = 0;
  for (; x >= 131072; x = Math.floor(x / 2)) out += 16;
  for (let bit = 8; bit >= 1; bit /= 2) {
    x = Math.floor((x * x) / 65536);
    if (x >= 131072) {
      x = Math.floor(x / 2);
      out += bit;
    }
  }
  return out;
}
