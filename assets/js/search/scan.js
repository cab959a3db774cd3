// Takes a text apart as package search does when it makes the index: both are
// held to the same terms by its testdata/vectors.json.
import { number, addDates } from "./number.js";
import { stem } from "./stem.js";

const han = /^\p{Script=Han}$/u, letter = /^[\p{L}\p{M}]$/u;
export const isHan = (c) => c !== undefined && han.test(c);
const isLetter = (c) => c !== undefined && letter.test(c) && !han.test(c);

// plain gives the characters of a text with their places: compatibility forms
// resolved one by one, and letters small.
export function plain(text) {
  const chars = [], at = [];
  let i = 0;
  for (const c of text) {
    for (const n of c.normalize("NFKC").toLowerCase()) {
      chars.push(n);
      at.push(i);
    }
    i++;
  }
  return { chars, at };
}

// scan gives runs of Chinese characters, words and numbers: {kind, text, start,
// end}, with the places of characters in the text.
export function scan(text) {
  const { chars, at } = plain(text);
  const s = { chars, i: 0, runs: [], add, isLetter };
  function add(kind, text, from, to) {
    if (kind === "number" && text.length > longestTerm) return;
    s.runs.push({ kind, text, start: at[from], end: at[to - 1] + 1 });
  }
  while (s.i < chars.length) {
    const c = chars[s.i];
    let end = s.i;
    if (isHan(c)) {
      while (isHan(chars[end])) end++;
      add("han", chars.slice(s.i, end).join(""), s.i, end);
    } else if (c >= "0" && c <= "9") {
      number(s);
      continue;
    } else if (isLetter(c)) {
      for (;;) {
        while (isLetter(chars[end])) end++;
        if ((chars[end] !== "'" && chars[end] !== "’") || !isLetter(chars[end + 1])) break;
        end++;
      }
      add("word", chars.slice(s.i, end).join("").replaceAll("’", "'"), s.i, end);
    } else {
      end++;
    }
    s.i = end;
  }
  return addDates(s.runs);
}

// tokenize gives the terms of a text with their places: Chinese characters in
// twos, the last of a run alone; stems of words; numbers.
export function tokenize(text) {
  const out = [];
  for (const r of scan(text)) {
    if (r.kind === "han") {
      pairs(r).forEach((term, i) => out.push({ term, start: r.start + i, end: r.start + i + [...term].length }));
    } else {
      const term = r.kind === "word" ? wordTerm(r.text) : r.text;
      if (term) out.push({ term, start: r.start, end: r.end });
    }
  }
  return out;
}

function pairs(run) {
  const chars = [...run.text];
  return chars.map((c, i) => c + (chars[i + 1] || ""));
}

const stopWords = new Set((`a an the of to in and or for on at by with from as is are be been was were will shall
it its that this these those which who whom whose not no than then such into their they them there has have had
do does did can could may might must should would i me my we us our you your he she his her what how when where why
if so about any all also am get got there's what's i'm`).split(/\s+/));

export const longestTerm = 40;

// wordTerm is the stem of a word; "" for one that says nothing.
export const wordTerm = (word) => (stopWords.has(word) || [...word].length > longestTerm ? "" : stem(word));

// termsOf gives the terms that together are a word or phrase.
export function termsOf(word) {
  return scan(word).flatMap((r) => {
    if (r.kind === "han") return pairs(r).filter((t) => [...t].length > 1);
    const term = r.kind === "word" ? wordTerm(r.text) : r.text;
    return term ? [term] : [];
  });
}
