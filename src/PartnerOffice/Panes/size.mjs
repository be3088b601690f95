// What a pane costs on the wire: bytes after brotli, per file. "npm run build" comes first; "npm run size outlook" is the other one.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const root = new URL('../wwwroot', import.meta.url).pathname;
const read = (path) => readFileSync(root + path, 'utf8');
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const asset = (name) => `/app/assets/${name}`;

const page = read(`/app/${process.argv[2] ?? 'word'}/taskpane.html`);
const first = new Set(all(page, /(?:src|href)="(\/app\/assets\/[^"]+)"/g));
for (const path of first) all(read(path), /(?:from|import) ?["'`]\.\/([^"'`]+)["'`]/g).forEach((name) => first.add(asset(name)));

const later = new Set();
for (const path of first) follow(path);

function follow(path) {
  for (const name of all(read(path), /["'`]\.\/([^"'`]+\.(?:js|css))["'`]/g)) {
    if (first.has(asset(name)) || later.has(asset(name))) continue;
    later.add(asset(name));
    follow(asset(name));
  }
}

const kindOf = (path) => (/\/msal-/.test(path) ? 'MSAL' : /\/texts\.en-/.test(path) ? 'English' : first.has(path) ? 'first load' : 'later');
const sums = {};
for (const path of [...first, ...later]) {
  const size = brotliCompressSync(readFileSync(root + path)).length;
  sums[kindOf(path)] = (sums[kindOf(path)] ?? 0) + size;
  console.log(`${String(size).padStart(7)}  ${kindOf(path).padEnd(10)}  ${path}`);
}
console.log();
for (const [kind, size] of Object.entries(sums)) console.log(`${String(size).padStart(7)}  ${kind}`);
console.log(`${String(sums['first load'] + sums.later).padStart(7)}  the pane: first load and later`);
