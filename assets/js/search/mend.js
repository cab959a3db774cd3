// Mends a query of which a part finds nothing; the twin of mend.go. The tables
// are fetched only then.
import { spell, homophones, Sounds } from "./pinyin.js";
import { wordTerm } from "./scan.js";

export const mostMendings = 2;
const readingsFiles = 16, longestSlip = 5;

const light = new Set("的了吗呢吧啊呀我你他她它们这那哪谁啥么怎几多少有没无不要想能会可以给对和与及或在是为被把将从到就都也再又很太更最小大老新好开办做个家些种位次来去上下里外中前后等请问找领拿交用买卖");

// mend gives another query, or "" where nothing is wrong or nothing helps.
export async function mend(x, text, q, units) {
  const pinyin = x.files.manifest.sounds, gap = findGap(x.words, q, units);
  if (gap && pinyin) {
    const mended = await mendVariants(x, text);
    if (mended || gap.to - gap.from > longestSlip) return mended;
    return mendHomophones(x, text, q.runs[gap.run], gap.from, gap.to);
  }
  for (const u of units) {
    if (u.mass || q.runs[u.run].kind !== "word") continue;
    const mended = (pinyin && (await mendPinyin(x, q))) || (await mendTypo(x, text, q.runs[u.run]));
    if (mended) return mended;
  }
  return "";
}

// findGap is the first stretch of characters of which none is part of anything
// found, and two or more are more than light.
function findGap(words, q, units) {
  for (let run = 0; run < q.runs.length; run++) {
    if (q.runs[run].kind !== "han") continue;
    const chars = [...q.runs[run].text], covered = chars.map(() => false);
    for (const s of words.segments(chars)) covered.fill(Boolean(s.ignored), s.from, s.to);
    for (const u of units) if (u.run === run && u.mass) covered.fill(true, u.from, u.to);
    for (let from = 0; from < chars.length; from++) {
      let to = from, heavy = 0;
      for (; to < chars.length && !covered[to]; to++) heavy += light.has(chars[to]) ? 0 : 1;
      if (heavy > 1) return { run, from, to };
      from = Math.max(from, to);
    }
  }
  return null;
}

async function mendVariants(x, text) {
  const table = await x.files.json("variants.json");
  x.variants = x.variants || new Map([...table.t].map((c, i) => [c, [...table.s][i]]));
  const mended = [...text].map((c) => x.variants.get(c) || c).join("");
  return mended === text ? "" : mended;
}

// loadSounds fetches the sounds that begin with any of the letters.
async function loadSounds(x, letters) {
  x.sounds = x.sounds || new Sounds();
  const known = [...new Set(letters)].filter((l) => x.files.manifest.sounds.includes(l));
  (await Promise.all(known.map((l) => x.files.json("sounds/" + l + ".json")))).forEach((t) => x.sounds.add(t));
  return x.sounds;
}

async function mendPinyin(x, q) {
  const letters = q.runs.map((r) => r.text).join("");
  if (!/^[a-z]+$/.test(letters)) return "";
  return spell(await loadSounds(x, letters), letters);
}

async function mendHomophones(x, text, run, from, to) {
  const chars = [...run.text], first = Math.max(from - 1, 0), end = Math.min(to + 1, chars.length);
  const around = chars.slice(first, end);
  const readings = await Promise.all(around.map(async (c) => {
    const table = await x.files.json("readings/" + (c.codePointAt(0) % readingsFiles) + ".json");
    return (table[c] || "").split(" ").filter(Boolean);
  }));
  const sounds = await loadSounds(x, readings.flat().map((s) => s[0]));
  const mended = homophones(sounds, around, readings, from - first, to - first);
  if (!mended || mended === around.join("")) return "";
  return replaceRun(text, run, chars.slice(0, first).join("") + mended + chars.slice(end).join(""));
}

function replaceRun(text, run, instead) {
  const chars = [...text];
  return chars.slice(0, run.start).join("") + instead + chars.slice(run.end).join("");
}

// mendTypo takes a word for one that differs in one letter, not among the first
// two.
async function mendTypo(x, text, run) {
  if (!/^[a-z]{4,}$/.test(run.text)) return "";
  const near = await x.files.entries(run.text.slice(0, 2), true);
  const mass = new Map(near.map((e) => [e.term, e.mass]));
  let best = "", most = 0;
  for (const word of oneLetterAway(run.text)) {
    const m = mass.get(wordTerm(word)) || 0;
    if (m > most) [best, most] = [word, m];
  }
  return best ? replaceRun(text, run, best) : "";
}

function* oneLetterAway(w) {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (let i = 2; i + 1 < w.length; i++) yield w.slice(0, i) + w[i + 1] + w[i] + w.slice(i + 2);
  for (let i = 2; i <= w.length; i++) for (const c of letters) yield w.slice(0, i) + c + w.slice(i);
  for (let i = 2; i < w.length; i++) for (const c of letters) yield w.slice(0, i) + c + w.slice(i + 1);
  for (let i = 2; i < w.length; i++) yield w.slice(0, i) + w.slice(i + 1);
}
