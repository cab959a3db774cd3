// Finds the characters for sounds; the twin of pinyin.go and chain.go.

const longestSyllable = 6;

// Sounds knows which characters a syllable may be, and which pairs are known.
export class Sounds {
  constructor(table) {
    this.chars = new Map();
    this.of = new Map();
    for (const syllable of Object.keys(table.s).sort()) {
      const chars = [...table.s[syllable]];
      this.chars.set(syllable, chars);
      for (const c of chars) this.of.set(c, (this.of.get(c) || []).concat(syllable));
    }
    this.pairs = new Set();
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

// homophones puts characters that sound alike into a gap; "" where that does not
// make known pairs.
export function homophones(sounds, more, chars, from, to) {
  const first = Math.max(from - 1, 0), end = Math.min(to + 1, chars.length);
  let links = [];
  for (let i = first; i < end; i++) {
    links = sounds.extend(links, i >= from && i < to ? alike(sounds, more, chars[i]) : [chars[i]]);
  }
  const l = best(links);
  if (!l || l.score < 2 * (to - from - 1) - (l.length - (to - from))) return "";
  return chars.slice(0, first).join("") + textOf(l) + chars.slice(end).join("");
}

function alike(sounds, more, char) {
  const syllables = sounds.of.get(char) || Object.keys(more).filter((s) => more[s].includes(char)).sort();
  const out = [char];
  for (const s of syllables) for (const c of sounds.chars.get(s)) if (c !== char) out.push(c);
  return out;
}
