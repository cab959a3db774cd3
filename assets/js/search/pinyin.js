// Finds the characters for sounds; the twin of pinyin.go and chain.go.

const longestSyllable = 6;

// Sounds knows which characters a syllable may be, and which pairs are known, of
// the tables that were fetched.
export class Sounds {
  chars = new Map();
  pairs = new Set();

  add(table) {
    for (const s of Object.keys(table.s)) this.chars.set(s, [...table.s[s]]);
    for (const first of Object.keys(table.p)) for (const second of table.p[first]) this.pairs.add(first + second);
  }

  // extend gives the best chains that end with each of the characters.
  extend(before, chars) {
    return chars.map((char) => {
      let found = { char, score: 0, length: 1, back: null };
      before.forEach((b, i) => {
        const score = b.score + (this.pairs.has(b.char + char) ? 2 : -1);
        if (i === 0 || score > found.score) found = { char, score, length: b.length + 1, back: b };
      });
      return found;
    });
  }
}

function best(links) {
  let out = null;
  for (const l of links) {
    if (!out || l.score > out.score || (l.score === out.score && l.length < out.length)) out = l;
  }
  return out;
}

function textOf(l) {
  let out = "";
  for (; l; l = l.back) out = l.char + out;
  return out;
}

// spell reads letters as pinyin; "" where they are none.
export function spell(sounds, letters) {
  const at = [];
  for (let i = 0; i < letters.length; i++) {
    if (i > 0 && !at[i]) continue;
    for (let n = 1; n <= Math.min(longestSyllable, letters.length - i); n++) {
      const chars = sounds.chars.get(letters.slice(i, i + n));
      if (chars) at[i + n] = (at[i + n] || []).concat(sounds.extend(at[i] || [], chars));
    }
  }
  const l = best(at[letters.length] || []);
  return !l || l.length < 2 || l.score < l.length - 1 ? "" : textOf(l);
}

// homophones puts characters that sound alike into a gap, of characters with
// their readings; "" where that does not make known pairs.
export function homophones(sounds, chars, readings, from, to) {
  let links = [];
  chars.forEach((c, i) => {
    const alike = i < from || i >= to ? [] : readings[i].flatMap((s) => sounds.chars.get(s) || []).filter((o) => o !== c);
    links = sounds.extend(links, [c, ...alike]);
  });
  const l = best(links);
  return !l || l.score < 2 * (to - from - 1) - (chars.length - (to - from)) ? "" : textOf(l);
}
