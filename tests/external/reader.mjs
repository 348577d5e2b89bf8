// A reader for the tests: foliate-js in Chromium opens a book and is used as a person would use it.
// usage: node reader.mjs BOOK.epub NODE_MODULES CHROMIUM WORD [SHOTS]
// Prints a line for each thing done: "pass turning: …" or "fail turning: …"; WORD is searched for.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const [book, modules, chromiumPath, word, shots] = process.argv.slice(2);
const { chromium } = await import(path.join(modules, 'playwright-core/index.mjs'));

const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body style="margin:0"><script type="module">
import '/foliate-js/view.js';
import { FootnoteHandler } from '/foliate-js/footnotes.js';
const view = document.createElement('foliate-view');
view.style.cssText = 'display:block;width:600px;height:800px';
document.body.append(view);
let doc, index, moved;
view.addEventListener('load', e => { ({ doc, index } = e.detail) });
view.addEventListener('relocate', () => moved?.());
const wait = ms => new Promise(done => setTimeout(done, ms));
const go = async action => {
  const arrival = new Promise(done => { moved = done });
  await action();
  await Promise.race([arrival, wait(3000)]);
  await wait(30);
};
const shown = () => view.lastLocation?.range?.toString().replace(/\\s+/g, '') ?? '';
const flat = items => (items ?? []).flatMap(item => [item, ...flat(item.subitems)]);
const squeezed = text => text.replace(/\\s+/g, '');
const baseText = element => {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll('rt, rp, [role~="doc-noteref"]')) part.remove();
  return squeezed(copy.textContent);
};

window.turning = async () => {
  await go(() => view.goTo(0));
  const seen = new Set([index]);
  let turns = 0, last = -1;
  for (; turns < 3000; turns++) {
    const before = view.lastLocation.fraction;
    if (before < last) return { fault: 'went back at turn ' + turns };
    last = before;
    const where = JSON.stringify([index, view.lastLocation.cfi]);
    await go(() => view.next());
    seen.add(index);
    if (JSON.stringify([index, view.lastLocation.cfi]) === where) break;
  }
  const linear = view.book.sections.filter(section => section.linear !== 'no').length;
  return seen.size === linear ? { done: turns + ' turns, ' + seen.size + ' documents' } : { fault: seen.size + ' of ' + linear + ' documents seen in ' + turns + ' turns' };
};

window.contents = async () => {
  const items = flat(view.book.toc);
  for (const item of items) {
    await go(() => view.goTo(item.href));
    const { anchor } = await view.book.resolveHref(item.href);
    const target = anchor(doc);
    const heading = target?.matches?.('h1,h2,h3,h4,h5,h6') ? target : target?.querySelector?.('h1,h2,h3,h4,h5,h6') ?? doc.querySelector('h1,h2');
    if (heading && !baseText(heading).includes(squeezed(item.label))) return { fault: item.label + ' leads to ' + baseText(heading) };
    if (!heading && index === 0) return { fault: item.label + ' leads nowhere' };
  }
  return items.length ? { done: items.length + ' entries' } : { fault: 'no contents' };
};

window.notes = async () => {
  const handler = new FootnoteHandler();
  handler.addEventListener('before-render', e => {
    e.detail.view.style.cssText = 'display:block;width:300px;height:200px';
    document.body.append(e.detail.view);
  });
  const opened = [];
  handler.addEventListener('render', e => opened.push(e.detail));
  let count = 0;
  for (let i = 0; i < view.book.sections.length; i++) {
    await go(() => view.goTo(i));
    for (const id of [...doc.querySelectorAll('a[role~="doc-noteref"]')].map(call => call.id)) {
      await go(() => view.goTo(i));
      const call = doc.getElementById(id);
      const target = doc.getElementById(call.getAttribute('href').split('#')[1]);
      const words = squeezed(target.textContent).slice(0, 12);
      const popped = { a: call, href: view.book.sections[i].resolveHref(call.getAttribute('href')) };
      await handler.handle(view.book, { detail: popped, preventDefault() {} });
      await wait(200);  // the little view goes on laying out
      opened.at(-1)?.view.remove();
      if (opened.at(-1)?.type !== 'footnote') return { fault: 'note ' + id + ' does not pop up' };
      await go(async () => call.click());
      if (!shown().includes(words)) return { fault: 'note ' + id + ' is not shown: ' + shown().slice(0, 60) };
      await go(async () => target.querySelector('a[role~="doc-backlink"]').click());
      const range = view.lastLocation.range;
      const back = view.book.sections[i] && doc.getElementById(id);
      if (!range.intersectsNode(back)) return { fault: 'no way back from note ' + id };
      count++;
    }
  }
  return { done: count + ' notes' };
};

window.search = async word => {
  let found = 0, first;
  for await (const result of view.search({ query: word })) {
    if (result === 'done') break;
    for (const hit of result.subitems ?? (result.cfi ? [result] : [])) { found++; first ??= hit.cfi; }
  }
  view.clearSearch();
  if (!found) return { fault: word + ' is not found' };
  await go(() => view.goTo(first));
  return shown().includes(word) ? { done: word + ' found ' + found + ' times' } : { fault: 'the first hit is not shown' };
};

window.pages = async () => {
  const list = view.book.pageList ?? [];
  for (const item of list) {
    await go(() => view.goTo(item.href));
    const { anchor } = await view.book.resolveHref(item.href);
    if (anchor(doc)?.getAttribute('aria-label') !== item.label) return { fault: 'page ' + item.label + ' has no mark' };
  }
  return list.length ? { done: list.length + ' printed pages' } : { fault: 'no printed pages' };
};

try {
  const bytes = await (await fetch('/book.epub')).blob();
  await view.open(new File([bytes], 'book.epub', { type: 'application/epub+zip' }));
  window.READY = { done: view.book.sections.length + ' documents' };
} catch (error) {
  window.READY = { fault: String(error?.message ?? error) };
}
</script>`;

const server = http.createServer((request, response) => {
  const name = decodeURIComponent(request.url.split('?')[0]);
  if (name === '/') {
    response.setHeader('content-type', 'text/html');
    return response.end(page);
  }
  const file = name === '/book.epub' ? book : path.join(modules, path.normalize(name));
  if (!fs.existsSync(file)) {
    response.statusCode = 404;
    return response.end();
  }
  response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
  fs.createReadStream(file).pipe(response);
});
await new Promise(done => server.listen(0, '127.0.0.1', done));

const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
const tab = await browser.newPage({ viewport: { width: 600, height: 800 } });
const complaints = [];
tab.on('pageerror', error => complaints.push(error.message));
tab.on('console', message => { if (message.type() === 'error') complaints.push(message.text()); });
await tab.goto(`http://127.0.0.1:${server.address().port}/`);

const report = (name, result) => console.log(result.done ? `pass ${name}: ${result.done}` : `fail ${name}: ${result.fault}`);
await tab.waitForFunction('window.READY', null, { timeout: 60000 });
report('opening', await tab.evaluate('window.READY'));
for (const name of ['turning', 'contents', 'notes', 'pages', 'search']) {
  const argument = name === 'search' ? JSON.stringify(word) : '';
  report(name, await tab.evaluate(`window.${name}(${argument})`).catch(error => ({ fault: error.message })));
  if (shots) await tab.screenshot({ path: path.join(shots, name + '.png') });
}
report('silence', complaints.length ? { fault: complaints.join(' | ').slice(0, 400) } : { done: 'no complaint of the browser' });
await browser.close();
server.close();
