// node check.mjs BROWSER REPORT.html…: opens each report from disk, without a network, in each of its languages. Exit 1
// if anything is wrong with one of them.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { withBrowser } from './browser.mjs';
import { figureFaults, narrowCells, tooTall } from './looking.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kStandards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const kMmPerPx = 25.4 / 96, kPaper = { width: Math.round(178 / kMmPerPx), height: Math.round(263 / kMmPerPx) };
const kA4 = /MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/g, kAnySize = /MediaBox\s*\[/g;

const [browser, ...reports] = process.argv.slice(2);
let wrong = 0;
function expectNone(what, found) {
  if (found.length === 0) return;
  wrong += found.length;
  console.error(`${what}: ${found.length}\n  ${found.slice(0, 12).join('\n  ')}`);
}

async function lookAt(context, report, language) {
  const name = `${basename(report)} ${language}`, page = await context.newPage(), requests = [], errors = [];
  page.on('request', request => { if (!/^(file|data|about):/.test(request.url())) requests.push(request.url()); });
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(`file://${resolve(report)}#${language}`);
  expectNone(`${name}: faults of figures`, await page.evaluate(figureFaults, language));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expectNone(`${name}: scrolls sideways at 1024 px`, overflow > 0 ? [`${overflow} px`] : []);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(tags => window.axe.run(document, { runOnly: tags }), kStandards);
  expectNone(`${name}: violations of WCAG 2.1 AA`, violations.map(one => `${one.id} (${one.nodes.length}): ${one.nodes[0].html}`));
  await printIt(page, name, language);
  expectNone(`${name}: requests`, requests);
  expectNone(`${name}: errors`, errors);
  const figures = await page.evaluate(() => document.querySelectorAll('figure').length);
  console.log(`${name}: ${figures} figures`);
  await page.close();
}

async function printIt(page, name, language) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(kPaper);
  expectNone(`${name}: figures that no page has room for`, await page.evaluate(tooTall, kPaper.height));
  expectNone(`${name}: cells too narrow on paper`, await page.evaluate(narrowCells));
  const path = `${page.url().replace(/^file:\/\/|\.html.*$/g, '')}-${language}.pdf`;
  const pdf = (await page.pdf({ path, preferCSSPageSize: true })).toString('latin1');
  const sizes = (pdf.match(kAnySize) || []).length, a4 = (pdf.match(kA4) || []).length;
  expectNone(`${name}: pages that are not A4`, sizes > 0 && sizes === a4 ? [] : [`${sizes - a4} of ${sizes}`]);
  const said = textOf(path);
  const wanted = language === 'zh' ? '蜀道走廊仿真报告' : 'Shudao corridor report';
  expectNone(`${name}: text of the print`, said === null || said.includes(wanted) ? [] : [`has no ${wanted}`]);
}

/** The text of a PDF; null without pdftotext. */
function textOf(path) {
  try {
    return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

await withBrowser(browser, async context => {
  for (const report of reports)
    for (const language of /-en\.html$/.test(report) ? ['en'] : ['zh', 'en']) await lookAt(context, report, language);
});
if (wrong > 0) console.error(`${wrong} faults`);
process.exitCode = wrong > 0 ? 1 : 0;
