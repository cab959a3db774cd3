// Takes a query apart into units; the twin of words.go and query.go, where units,
// ways and weights are explained.
import { scan, termsOf, wordTerm } from "./scan.js";

const whole = 16, longer = 4, mostWeight = 32, bridging = 5;

// Vocabulary is what people know about words.
export class Vocabulary {
  constructor(table) {
    this.find = new Map();
    this.ignored = new Set(table.ignored);
    this.longest = 1;
    this.most = 1;
    for (const g of table.groups) {
      for (const word of g.w) {
        const key = keyOf(word);
        if (!key) continue;
        this.find.set(key, (this.find.get(key) || []).concat(g.f));
        this.measure(key);
      }
    }
    this.ignored.forEach((w) => this.measure(w));
  }

  measure(key) {
    this.longest = Math.max(this.longest, [...key].length);
    this.most = Math.max(this.most, key.split(" ").length);
  }

  // ways are all that a known word finds, itself first where it is among them.
  ways(key) {
    const own = termsOf(key).join(" "), out = [], seen = new Set();
    for (const text of this.find.get(key)) {
      const terms = termsOf(text), same = terms.join(" ");
      if (seen.has(same)) continue;
      seen.add(same);
      if (same === own) out.unshift({ text, terms });
      else out.push({ text, terms, synonym: true });
    }
    return out;
  }

  // segments cuts a run of Chinese characters, taking the longest known word.
  segments(chars) {
    const out = [];
    for (let i = 0; i < chars.length;) {
      const s = this.wordAt(chars, i), last = out[out.length - 1];
      if (!s.key && !s.ignored && last && !last.key && !last.ignored) last.to = s.to;
      else out.push(s);
      i = s.to;
    }
    return out;
  }

  wordAt(chars, i) {
    for (let n = Math.min(this.longest, chars.length - i); n > 0; n--) {
      const word = chars.slice(i, i + n).join("");
      if (this.find.has(word)) return { from: i, to: i + n, key: word };
      if (this.ignored.has(word)) return { from: i, to: i + n, ignored: true };
    }
    return { from: i, to: i + 1 };
  }
}

function keyOf(word) {
  const runs = scan(word);
  if (runs.length === 1 && runs[0].kind === "han") return runs[0].text;
  return runs.every((r) => r.kind === "word") ? termsOf(word).join(" ") : "";
}

// analyze gives the units and the runs of a query.
export function analyze(v, text) {
  const q = { runs: scan(text), units: [] };
  for (let i = 0; i < q.runs.length;) {
    const r = q.runs[i];
    if (r.kind === "word") {
      i = addWords(v, q, i);
      continue;
    }
    if (r.kind === "han") addHan(v, q, i);
    else q.units.push({ ways: [{ text: r.text, terms: [r.text] }], weight: whole, from: 0, to: 0, run: i });
    i++;
  }
  if (q.units.every((u) => u.bridge)) {
    q.units.forEach((u) => { u.bridge = false; u.weight = whole; });
  }
  return q;
}

function addHan(v, q, run) {
  const chars = [...q.runs[run].text], segments = v.segments(chars);
  const pair = (i, bridge) => {
    const text = chars[i] + chars[i + 1];
    q.units.push({ ways: [{ text, terms: [text] }], weight: bridge ? bridging : whole, bridge, from: i, to: i + 2, run });
  };
  segments.forEach((s, i) => {
    if (s.ignored) return;
    if (i > 0 && !segments[i - 1].ignored) pair(s.from - 1, true);
    if (s.key) {
      const weight = Math.min(whole + longer * (s.to - s.from - 2), mostWeight);
      q.units.push({ ways: v.ways(s.key), weight, from: s.from, to: s.to, run });
      for (let j = s.from; j + 3 < s.to; j++) pair(j, true);
    } else if (s.to - s.from === 1 && segments.length === 1) {
      q.units.push({ ways: [{ text: chars[0], terms: [chars[0]], prefix: true }], weight: whole, from: 0, to: 1, run });
    } else {
      for (let j = s.from; j + 1 < s.to; j++) pair(j, false);
    }
  });
}

function addWords(v, q, i) {
  const stems = [];
  let end = i;
  for (; end < q.runs.length && q.runs[end].kind === "word"; end++) {
    const word = q.runs[end].text;
    stems.push(v.ignored.has(word) ? "" : wordTerm(word));
  }
  for (let n = 0; n < stems.length;) n += stems[n] ? addPhrase(v, q, stems.slice(n), i + n) : 1;
  return end;
}

function addPhrase(v, q, stems, run) {
  for (let n = Math.min(v.most, stems.length); n > 0; n--) {
    const words = stems.slice(0, n).filter(Boolean), key = words.join(" ");
    if (stems[n - 1] && v.find.has(key)) {
      const weight = Math.min(whole + longer * (words.length - 1), mostWeight);
      q.units.push({ ways: v.ways(key), weight, from: 0, to: 0, run });
      return n;
    }
  }
  q.units.push({ ways: [{ text: q.runs[run].text, terms: [stems[0]] }], weight: whole, from: 0, to: 0, run });
  return 1;
}
