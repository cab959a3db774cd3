// Numbers and dates in one form however they are written; the twin of number.go.

const multipliers = [
  ["万亿", 12], ["千亿", 11], ["百亿", 10], ["千万", 7], ["百万", 6], ["十万", 5], ["亿", 8], ["万", 4],
  ["trillion", 12], ["billion", 9], ["million", 6], ["thousand", 3],
];
const isDigit = (c) => c >= "0" && c <= "9";

function digitsEnd(s, i) {
  while (isDigit(s.chars[i])) i++;
  return i;
}

const text = (s, from, to) => s.chars.slice(from, to).join("");
const overSpace = (s, i) => (s.chars[i] === " " ? i + 1 : i);
const small = (digits, most) => (/^\d{1,2}$/.test(digits) && digits <= most ? Number(digits) : 0);

// number takes a number or a date from the place of the scanner.
export function number(s) {
  if (isoDate(s)) return;
  const start = s.i;
  let [whole, fraction, end] = digits(s);
  const next = overSpace(s, end);
  if (!fraction && chineseDate(s, start, whole, end, next)) return;
  let term = "#";
  const m = multipliers.find(([w]) => [...w].every((c, k) => s.chars[next + k] === c) &&
    (w > "z" || !s.isLetter(s.chars[next + w.length])));
  if (m) {
    end = next + m[0].length;
    term += decimal(whole, fraction, m[1]);
  } else {
    term += decimal(whole, fraction, 0);
  }
  if (!m && s.chars[end] === "%") {
    term += "%";
    end++;
  } else if (s.chars[end] === "元") {
    end++;
  }
  s.add("number", term, start, end);
  s.i = end;
}

function digits(s) {
  let end = digitsEnd(s, s.i), whole = text(s, s.i, end), fraction = "";
  while (s.chars[end] === "," && digitsEnd(s, end + 1) === end + 4) {
    whole += text(s, end + 1, end + 4);
    end += 4;
  }
  if (s.chars[end] === "." && isDigit(s.chars[end + 1])) {
    const stop = digitsEnd(s, end + 1);
    fraction = text(s, end + 1, stop);
    end = stop;
  }
  return [whole, fraction, end];
}

function decimal(whole, fraction, ten) {
  for (; ten > 0; ten--) {
    whole += fraction ? fraction[0] : "0";
    fraction = fraction.slice(1);
  }
  whole = whole.replace(/^0+/, "") || "0";
  fraction = fraction.replace(/0+$/, "");
  return fraction ? whole + "." + fraction : whole;
}

function addDay(s, month, day, from, to) {
  s.add("number", "#m" + month, from, to);
  if (day) s.add("number", "#m" + month + "-" + day, from, to);
}

// isoDate takes 2022-06-30, 2022/6/30 or 2022.6.30.
function isoDate(s) {
  const year = digitsEnd(s, s.i), sep = s.chars[year];
  if (year !== s.i + 4 || !["-", "/", "."].includes(sep)) return false;
  const monthEnd = digitsEnd(s, year + 1);
  if (s.chars[monthEnd] !== sep) return false;
  const dayEnd = digitsEnd(s, monthEnd + 1);
  const month = small(text(s, year + 1, monthEnd), 12), day = small(text(s, monthEnd + 1, dayEnd), 31);
  if (!month || !day) return false;
  s.add("number", "#" + text(s, s.i, year), s.i, year);
  addDay(s, month, day, s.i, dayEnd);
  s.i = dayEnd;
  return true;
}

// chineseDate takes 2022年, 6月 or 6月30日.
function chineseDate(s, start, digits, end, next) {
  if (s.chars[next] === "年" && digits.length === 4) {
    s.add("number", "#" + digits, start, end);
    s.i = next;
    if (!/^\p{Script=Han}$/u.test(s.chars[next + 1] || "")) s.i++; // in 年底 it is part of the word
    return true;
  }
  const month = s.chars[next] === "月" ? small(digits, 12) : 0;
  if (!month) return false;
  s.i = next + 1;
  const from = overSpace(s, s.i), to = digitsEnd(s, from), at = overSpace(s, to);
  const day = s.chars[at] === "日" ? small(text(s, from, to), 31) : 0;
  if (day) s.i = at + 1;
  addDay(s, month, day, start, s.i);
  return true;
}

const months = "january february march april may june july august september october november december".split(" ");

// addDates adds the terms of English dates, 30 June or June 30, to the runs.
export function addDates(runs) {
  const n = runs.length;
  for (let i = 0; i < n; i++) {
    const month = months.indexOf(runs[i].text) + 1;
    if (runs[i].kind !== "word" || !month) continue;
    for (const j of [i + 1, i - 1]) {
      const other = j < 0 || j >= n ? {} : runs[j];
      const day = other.kind === "number" ? small(other.text.slice(1), 31) : 0;
      if (day) {
        const start = Math.min(runs[i].start, other.start), end = Math.max(runs[i].end, other.end);
        runs.push({ kind: "number", text: "#m" + month, start, end });
        runs.push({ kind: "number", text: "#m" + month + "-" + day, start, end });
        break;
      }
    }
  }
  return runs;
}
