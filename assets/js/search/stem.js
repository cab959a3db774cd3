// Brings English words of one family to one form; the twin of stem.go, which
// explains the table.

const endings = `ization3 isation3 ibility4 ability3 ational4>ation ations3 ation3 ative3 ators3 ator3
ances4 ance4 ences4 ence4 ments3 ment3 ingly3 ings3 ing3 edly3 able3 ible4 ship4 ness5 ical4 ized4
ants4 ant4 ents4 ent4 ions4 ion4 ist4 ism4 ity4 ive4 ize4 ial4 ous4 ful4 ate3 tor3>t eed6>ee ed3 er4 ee4 iz4 al4 ic4 ly5`
  .split(/\s+/).map((e) => {
    const [, text, stays, instead] = /^([a-z]+)(\d)>?([a-z]*)$/.exec(e);
    return { text, stays: Number(stays), instead };
  });

export function stem(word) {
  word = word.split("'")[0];
  if (word.length < 4 || /[^'a-z]/.test(word)) return word;
  word = singular(word);
  for (;;) {
    const shorter = takeEnding(word);
    if (shorter === word) return finish(word);
    word = shorter;
  }
}

function singular(w) {
  if (w.endsWith("ies") && w.length > 4) return w.slice(0, -3) + "y";
  if (/(ss|x|ch|sh)es$/.test(w)) return w.slice(0, -2);
  return /s$/.test(w) && !/[sui]s$/.test(w) ? w.slice(0, -1) : w;
}

function takeEnding(w) {
  for (const e of endings) {
    if (!w.endsWith(e.text)) continue;
    const stays = w.slice(0, w.length - e.text.length);
    if (stays.length < e.stays || !/[aeiouy]/.test(stays) || (e.text === "ed" && stays.endsWith("e"))) continue;
    return undouble(stays + e.instead);
  }
  return w;
}

const undouble = (w) => (w.length > 3 && /([^aeioulsz])\1$/.test(w) ? w.slice(0, -1) : w);

function finish(w) {
  const last = w[w.length - 1];
  if ((last === "e" && w.length > 3) || ((last === "y" || last === "i") && w.length > 4) ||
    (w.endsWith("ct") && w.length > 3)) return w.slice(0, -1);
  return w;
}
