// node check_html.cjs FILE [SCREENSHOT_FOLDER]: opens the sample report in a headless
// Chromium: it filters, sorts and follows links, runs no script but its own, asks for
// nothing, and axe finds nothing. Exits with 77 (skipped) without npm's playwright-core
// and axe-core (NODE_PATH) or a Chromium (CHROMIUM, or /usr/bin/chromium).
const fs = require('fs');
const path = require('path');
const {pathToFileURL} = require('url');
const binary = process.env.CHROMIUM || '/usr/bin/chromium';
let chromium, axe;
try {
  ({chromium} = require('playwright-core'));
  axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  fs.accessSync(binary);
} catch (error) {
  console.log('SKIPPED: ' + error.message.split('\n')[0]);
  process.exit(77);
}
const file = pathToFileURL(path.resolve(process.argv[2])).href;
const folder = process.argv[3];
const assert = (good, what) => {
  if (!good) throw new Error(what);
};

async function open(browser, options, noise) {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== file) noise.push('request: ' + request.url());
  });
  page.on('dialog', (dialog) => noise.push('dialog: ' + dialog.message()));
  page.on('console', (message) => noise.push('console: ' + message.text()));
  page.on('pageerror', (error) => noise.push('error: ' + error.message));
  await page.goto(file);
  return page;
}

async function shot(page, name) {
  if (!folder) return;
  // Without scripts a page takes no style from outside, and the call would wait for ever.
  if (name !== 'noscript') await page.addStyleTag({content: '.finding { content-visibility: visible !important; }'});
  await page.screenshot({path: path.join(folder, name + '.png'), fullPage: true});
}

async function accessible(page, name) {
  const open = () => document.querySelectorAll('details').forEach((part) => (part.open = true));
  await page.evaluate(open);
  // Axe measures contrast by what stands where, so everything has to be laid out.
  await page.addStyleTag({content: '.finding { content-visibility: visible !important; }'});
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', {expression: axe});
  const found = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
  for (const rule of found.violations) console.error(name, rule.id, rule.help, rule.nodes.slice(0, 3).map((n) => n.html + n.failureSummary));
  assert(found.violations.length === 0, name + ': axe finds ' + found.violations.length);
}

async function filters(page) {
  const cards = () => page.locator('.finding:visible').count();
  const all = await cards();
  assert(all === 6, 'six findings, not ' + all);
  await page.getByLabel('Words').fill('ferry');
  await page.waitForFunction(() => document.getElementById('status').textContent.startsWith('1 of 6'));
  assert((await cards()) === 1, 'one finding has the word');
  await page.getByRole('button', {name: 'Clear'}).click();
  assert((await cards()) === 6, 'clear shows all');
  await page.getByLabel(/^probable/).check();
  assert((await cards()) === 1, 'one is probable');
  await page.getByRole('button', {name: 'Clear'}).click();
  await page.getByLabel(/^island-news/).check();
  assert((await cards()) === 1, 'one cites island-news');
  await page.goto(file + '#f-00000000000000a4');
  await page.waitForFunction(() => document.getElementById('f-00000000000000a4') !== null);
  await page.getByRole('button', {name: 'Clear'}).click();
  await page.getByLabel('Sort by').selectOption('subject');
  const subjects = await page.locator('.finding').evaluateAll((list) => list.map((card) => card.dataset.subject));
  assert(subjects.join() === [...subjects].sort().join(), 'sorted by subject');
  await page.keyboard.press('Tab');
  await page.locator('body').press('/');
  assert(await page.evaluate(() => document.activeElement.id === 'search'), '/ goes to the words');
}

async function narrow(page, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert(wide <= width, 'the page is ' + wide + ' wide in a window of ' + width);
}

(async () => {
  const browser = await chromium.launch({executablePath: binary, args: ['--no-sandbox']});
  const noise = [];
  const page = await open(browser, {}, noise);
  await shot(page, 'top');
  await filters(page);
  assert(noise.length === 0, noise.join('\n'));
  await accessible(page, 'light');
  await shot(page, 'light');
  const dark = await open(browser, {colorScheme: 'dark', viewport: {width: 360, height: 740}}, noise);
  await narrow(dark, 360);
  await accessible(dark, 'dark, 360 px');
  await narrow(dark, 360);
  await shot(dark, 'dark360');
  const plain = await open(browser, {javaScriptEnabled: false}, noise);
  assert((await plain.locator('.finding:visible').count()) === 6, 'readable without its script');
  await shot(plain, 'noscript');
  assert(noise.length === 0, noise.join('\n'));
  await browser.close();
  console.log('the page filters, sorts, follows links, asks for nothing, and axe finds nothing');
})().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
