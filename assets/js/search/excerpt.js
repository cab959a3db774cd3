// Finds in a text the words that a query found, and cuts an excerpt around most of
// them.
import { plain, scan, wordTerm, isHan } from "./scan.js";

const lengths = { han: 96, other: 220 }; // of an excerpt, in UTF-16 units

// findings gives [from, to, unit] for each word found, in order.
function findings(text, units) {
  const { chars, at } = plain(text);
  // One unit for each character, so that places in both are the same.
  const flat = chars.map((c) => (c.length > 1 ? "\ufffd" : c)).join("");
  const words = scan(text).filter((r) => r.kind !== "han");
  const out = [];
  units.forEach((u, n) => {
    if (!u.mass || u.bridge) return;
    for (const way of u.ways) {
      if (isHan([...way.text][0])) {
        for (let i = flat.indexOf(way.text); i >= 0; i = flat.indexOf(way.text, i + 1)) {
          out.push([at[i], at[i + way.text.length - 1] + 1, n]);
        }
        continue;
      }
      const terms = new Set(way.terms);
      for (const r of words) {
        const term = r.kind === "word" ? wordTerm(r.text) : r.text;
        if (term && (terms.has(term) || (u.ways.length === 1 && term.startsWith(way.terms[0])))) out.push([r.start, r.end, n]);
      }
    }
  });
  return inUnits(text, out.sort((a, b) => a[0] - b[0] || b[1] - a[1]));
}

// inUnits turns places of characters into places of UTF-16 units.
function inUnits(text, found) {
  const place = [0];
  for (const c of text) place.push(place[place.length - 1] + c.length);
  return found.map(([from, to, n]) => [place[from], place[to], n]);
}

// join makes one mark of those that touch.
function join(found) {
  const out = [];
  for (const [from, to] of found) {
    const last = out[out.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

export const marksOf = (text, units) => join(findings(text, units));

// excerpt gives {text, marks}: the part of a text that has the most of what was
// found, from the beginning of a sentence where one is near.
export function excerpt(text, units) {
  const found = findings(text, units);
  const length = /\p{Script=Han}/u.test(text) ? lengths.han : lengths.other;
  let best = 0, most = -1;
  for (const [from] of found) {
    const within = new Set(found.filter((f) => f[0] >= from && f[1] <= from + length).map((f) => f[2]));
    if (within.size > most) {
      most = within.size;
      best = from;
    }
  }
  let start = Math.max(0, best - Math.floor(length / 4));
  const near = text.slice(start, best).search(/[。；;\n]|\. /);
  if (near >= 0) start += near + 1;
  else if (start > 0) start = text.lastIndexOf(" ", best) > start ? text.indexOf(" ", start) + 1 : start;
  let end = Math.min(text.length, start + length);
  if (end < text.length && text.lastIndexOf(" ", end) > end - 20) end = text.lastIndexOf(" ", end);
  while (/\s/.test(text[start] || "")) start++;
  const before = start > 0 ? "…" : "", after = end < text.length ? "…" : "";
  const marks = join(found.filter((f) => f[0] >= start && f[1] <= end))
    .map(([from, to]) => [from - start + before.length, to - start + before.length]);
  return { text: before + text.slice(start, end).replaceAll("\n", " ") + after, marks };
}
