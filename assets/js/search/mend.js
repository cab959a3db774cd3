// Mends a query of which a part finds nothing; the twin of mend.go. The tables
// are fetched only then.
import { spell, homophones, Sounds } from "./pinyin.js";
import { wordTerm } from "./scan.js";

export const mostMendings = 2;

const light = new Set("的了吗呢吧啊呀我你他她它们这那哪谁啥么怎几多少有没无不要想能会可以给对和与及或在是为被把将从到就都也还再又很太更最小大老新好开办做个家些种位次来去上下里外中前后等请问找领拿交用买卖");

// mend gives another query, or "" where nothing is wrong or nothing helps.
export async function mend(x, text, q, units) {
  const pinyin = x.files.manifest.pinyin, gap = findGap(x.words, q, units);
  if (gap && pinyin) {
    return (await mendVariants(x, text)) || mendHomophones(x, text, q.runs[gap.run], gap.from, gap.to);
  }
  for (const u of units) {
    if (u.mass || q.runs[u.run].kind !== "word") continue;
    const mended = (pinyin && (await mendPinyin(x, q))) || (await mendTypo(x, text, q.runs[u.run]));
    if (mended) return mended;
  }
  return "";
}

// findGap is the first stretch of two or more characters of which none is part
// of anything found.
function findGap(words, q, units) {
  for (let run = 0; run < q.runs.length; run++) {
    if (q.runs[run].kind !== "han") continue;
    const chars = [...q.runs[run].text], covered = chars.map(() => false);
    for (const s of words.segments(chars)) covered.fill(Boolean(s.ignored), s.from, s.to);
    for (const u of units) if (u.run === run && u.mass) covered.fill(true, u.from, u.to);
    for (let from = 0; from < chars.length; from++) {
      let to = from, heavy = false;
      for (; to < chars.length && !covered[to]; to++) heavy = heavy || !light.has(chars[to]);
      if (to - from > 1 && heavy) return { run, from, to };
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

async function sounds(x) {
  const table = await x.files.json("pinyin.json");
  x.sounds = x.sounds || new Sounds(table);
  return x.sounds;
}

async function mendPinyin(x, q) {
  if (q.runs.some((r) => r.kind !== "word")) return "";
  return spell(await sounds(x), q.runs.map((r) => r.text).join(""));
}

async function mendHomophones(x, text, run, from, to) {
  const [s, more] = await Promise.all([sounds(x), x.files.json("homophones.json")]);
  const mended = homophones(s, more, [...run.text], from, to);
  return mended && mended !== run.text ? replaceRun(text, run, mended) : "";
}

function replaceRun(text, run, instead) {
  const chars = [...text];
  return chars.slice(0, run.start).join("") + instead + chars.slice(run.end).join("");
}

// mendTypo takes a word for a term that differs in one letter, not among the
// first two.
async function mendTypo(x, text, run) {
  const term = wordTerm(run.text);
  if (term.length < 4) return "";
  let best = { mass: 0 };
  for (const e of await x.files.entries(term.slice(0, 2), true)) {
    if (e.mass > best.mass && oneApart(term, e.term)) best = e;
  }
  return best.mass ? replaceRun(text, run, best.term) : "";
}

function oneApart(a, b) {
  if (a.length > b.length) [a, b] = [b, a];
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  if (i >= a.length - 1) return true;
  return a.slice(i + 1) === b.slice(i + 1) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}
