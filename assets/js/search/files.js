// Fetches the files of an index, each once, and takes shards apart; the twin of
// index.go and shard.go.

const mostShards = 4;
const decoder = new TextDecoder();

export class Files {
  // base is the address of the folder of a language: ../search/zh/
  constructor(base) {
    this.base = base;
    this.loaded = new Map();
  }

  async open() {
    // The browser asks whether it is still the newest; all else has its version.
    const response = await fetch(this.base + "index.json", { cache: "no-cache" });
    if (!response.ok) throw new Error(response.status + " " + response.url);
    this.manifest = await response.json();
    this.firsts = this.manifest.shards.split("\n");
    return this;
  }

  get(name, read) {
    if (!this.loaded.has(name)) {
      const wanted = fetch(this.base + name + "?v=" + this.manifest.version).then((r) => {
        if (!r.ok) throw new Error(r.status + " " + r.url);
        return read(r);
      });
      wanted.catch(() => this.loaded.delete(name)); // it may be there next time
      this.loaded.set(name, wanted);
    }
    return this.loaded.get(name);
  }

  json(name) { return this.get(name, (r) => r.json()); }

  page(n) { return this.json("pages/" + n + ".json"); }

  shard(n) { return this.get("terms/" + n + ".bin", async (r) => readShard(new Uint8Array(await r.arrayBuffer()))); }

  shardOf(term) {
    let low = 0, high = this.firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.firsts[middle] > term) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, 0);
  }

  // entries gives a term, or all that begin so.
  async entries(term, prefix) {
    if (!prefix) return (await this.shard(this.shardOf(term))).filter((e) => e.term === term);
    const out = [], first = this.shardOf(term);
    for (let n = first; n < Math.min(first + mostShards, this.firsts.length); n++) {
      if (n > first && this.firsts[n] > term && !this.firsts[n].startsWith(term)) break;
      out.push(...(await this.shard(n)).filter((e) => e.term.startsWith(term)));
    }
    return out;
  }
}

// number reads a number of variable length: [number, place behind it].
function number(data, i) {
  let n = 0, scale = 1;
  for (;; scale *= 128) {
    const b = data[i++];
    n += (b & 127) * scale;
    if (b < 128) return [n, i];
  }
}

function readShard(data) {
  const out = [];
  let last = new Uint8Array(0), mass, length;
  for (let i = 0; i < data.length;) {
    const shared = data[i], rest = data[i + 1], name = new Uint8Array(shared + rest);
    name.set(last.subarray(0, shared));
    name.set(data.subarray(i + 2, i + 2 + rest), shared);
    [mass, i] = number(data, i + 2 + rest);
    [length, i] = number(data, i);
    out.push({ term: decoder.decode(name), mass, data: data.subarray(i, i + length) });
    last = name;
    i += length;
  }
  return out;
}

// postings gives the pages of a term with its impact on each.
export function postings(entry) {
  const out = [];
  let page = -1, n;
  for (let i = 0; i < entry.data.length;) {
    [n, i] = number(entry.data, i);
    page += Math.floor(n / 16);
    out.push([page, n % 16]);
  }
  return out;
}

// pagesOf reads pages written as steps in base 36.
export function pagesOf(list) {
  let page = -1;
  return new Set(list.split(" ").filter(Boolean).map((s) => (page += parseInt(s, 36))));
}
