// Opens exported files with programs that did not come from here and tells what
// they made of them, as JSON. Arguments: the folder of node_modules, the folder
// of the site, the folder of this file.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';

const [modules, site, here] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'here.js'));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const read = (file) => fs.readFileSync(path.join(site, file), 'utf8');
const files = (end) => fs.readdirSync(site, { recursive: true }).filter((f) => f.endsWith(end)).sort();

// The reader of Thunderbird.
async function calendars() {
  const ICAL = (await import(pathToFileURL(path.join(modules, 'ical.js/dist/ical.js')))).default;
  return Object.fromEntries(files('.ics').map((file) => {
    const root = new ICAL.Component(ICAL.parse(read(file)));
    return [file, {
      name: root.getFirstPropertyValue('x-wr-calname'),
      events: root.getAllSubcomponents('vevent').map((v) => {
        const e = new ICAL.Event(v);
        return {
          uid: e.uid, summary: e.summary, description: e.description, start: e.startDate.toString(), end: e.endDate.toString(),
          allDay: e.startDate.isDate && e.endDate.isDate, url: v.getFirstPropertyValue('url'),
          free: v.getFirstPropertyValue('transp') === 'TRANSPARENT', stamp: v.getFirstPropertyValue('dtstamp').toString(),
        };
      }),
    }];
  }));
}

async function workbooks() {
  const { default: ExcelJS } = await load('exceljs');
  const out = {};
  for (const file of files('.xlsx')) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(site, file));
    const sheet = book.worksheets[0];
    const cells = (n) => sheet.getRow(n).values.slice(1);
    out[file] = {
      sheets: book.worksheets.length, title: sheet.getCell('A1').text, merged: sheet.getCell('B1').isMerged,
      headings: cells(3), frozen: sheet.views[0]?.state === 'frozen' ? sheet.views[0].ySplit : 0,
      filter: sheet.autoFilter ?? null, landscape: sheet.pageSetup.orientation === 'landscape', paper: sheet.pageSetup.paperSize,
      fitToWidth: sheet.pageSetup.fitToWidth, titleRows: sheet.pageSetup.printTitlesRow ?? null,
      created: book.created.toISOString(), modified: book.modified.toISOString(),
      rows: Array.from({ length: sheet.rowCount - 3 }, (_, i) => cells(i + 4).map((v) => {
        if (v instanceof Date) return { day: v.toISOString().slice(0, 10) };
        if (v?.formula) return { formula: v.formula };
        if (v?.hyperlink) return { text: v.text, link: v.hyperlink };
        return v ?? '';
      })),
    };
  }
  return out;
}

async function feeds() {
  const { default: Parser } = await load('rss-parser');
  const out = {};
  for (const file of files('.atom')) {
    const feed = await new Parser().parseString(read(file));
    out[file] = {
      title: feed.title, self: feed.feedUrl, link: feed.link,
      items: feed.items.map((i) => ({ id: i.id, title: i.title, link: i.link, date: i.isoDate, author: i.author, content: i.content })),
    };
  }
  return out;
}

// What is wrong with the Akoma Ntoso files, by libxml2.
async function acts() {
  const { XmlDocument, RelaxNGValidator } = await import(pathToFileURL(path.join(modules, 'libxml2-wasm/lib/index.mjs')));
  const schema = XmlDocument.fromString(fs.readFileSync(path.join(here, 'akn.rng'), 'utf8'));
  const validator = RelaxNGValidator.fromDoc(schema);
  const wrong = (text) => {
    const doc = XmlDocument.fromString(text);
    try {
      validator.validate(doc);
      return '';
    } catch (e) {
      return e.message;
    }
  };
  const texts = files('.akn.xml').map((file) => [file, read(file)]);
  return {
    wrong: Object.fromEntries(texts.map(([file, text]) => [file, wrong(text)])),
    refused: wrong(texts[0][1].replace('<docDate date="', '<docDate date="x')) !== '',
  };
}

// The linked data of pages, expanded; and held against the types of schema.org.
async function linkedData() {
  const jsonld = (await load('jsonld')).default;
  const blocks = files('.jsonld').map((file) => [file, read(file)]);
  const vocabulary = { '@context': { '@vocab': 'https://schema.org/', id: '@id', type: '@type' } };
  const documentLoader = async (url) => ({ documentUrl: url, document: vocabulary });
  const types = {};
  for (const [file, block] of blocks) {
    const graph = await jsonld.expand(JSON.parse(block), { documentLoader, base: 'https://base.invalid/' });
    types[file] = graph.map((node) => node['@type'][0].replace('https://schema.org/', ''));
  }
  const spoilt = blocks.filter(([, b]) => b.includes('"legislationDate"')).slice(0, 1).map(([f, b]) => [f, b.replace('"legislationDate"', '"legislationDay"')]);
  return { types, errors: check(blocks), refused: check(spoilt).length > 0 };
}

function check(blocks) {
  const ts = require('typescript');
  const name = path.join(modules, 'check.ts');
  // schema.org lets any property of an action have its "-input"; the types know that of actions alone, not of
  // those inside other things.
  const inputs = 'declare module "schema-dts" { interface SearchActionLeaf { "query-input"?: string } }';
  const source = `import type { Graph } from "schema-dts"; ${inputs}\n` + blocks.map(([, b], i) => `export const x${i}: Graph = ${b};\n`).join('');
  const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (f, ...rest) => (f === name ? ts.createSourceFile(f, source, ts.ScriptTarget.Latest) : getSourceFile.call(host, f, ...rest));
  host.fileExists = (f) => f === name || fileExists.call(host, f);
  host.readFile = (f) => (f === name ? source : readFile.call(host, f));
  const program = ts.createProgram([name], options, host);
  return ts.getPreEmitDiagnostics(program).map((d) => {
    const line = d.file?.fileName === name ? d.file.getLineAndCharacterOfPosition(d.start).line - 1 : -1;
    return `${blocks[line]?.[0] ?? ''}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`;
  });
}

console.log(JSON.stringify({
  calendars: await calendars(), workbooks: await workbooks(), feeds: await feeds(), acts: await acts(), linkedData: await linkedData(),
}));
