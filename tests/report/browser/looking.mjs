// What is looked at inside a page; these functions run in the browser.

/** Figures and what is wrong with the drawing that is shown of each. */
export function figureFaults(language) {
  const faults = [];
  const isHan = text => /[\u3400-\u9fff]/.test(text);
  for (const figure of document.querySelectorAll('figure')) {
    const say = what => faults.push(`${figure.id}: ${what}`);
    const shown = [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().height > 0);
    if (shown.length !== 1) {
      say(`${shown.length} drawings are shown`);
      continue;
    }
    const texts = [...shown[0].querySelectorAll('text')].filter(text => text.textContent.trim());
    const boxes = texts.map(text => ({ said: text.textContent, box: text.getBoundingClientRect() }));
    if (boxes.length < 3) say(`${boxes.length} texts`);
    const frame = shown[0].getBoundingClientRect();
    for (const { said, box } of boxes) {
      if (language === 'en' && isHan(said)) say(`not in English: ${said}`);
      if (/undefined|NaN|Infinity/.test(said)) say(`no number: ${said}`);
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 2) say(`leaves the drawing: ${said}`);
    }
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Line boxes are taller than what is written in them.
      const least = 0.45 * Math.min(a.box.height, b.box.height);
      if (wide > 2 && high > least) say(`"${a.said}" covers "${b.said}"`);
    }));
  }
  return faults;
}

/** Figures that a printed page, so many px high, has no room for. */
export function tooTall(most) {
  return [...document.querySelectorAll('figure')].filter(figure => figure.getBoundingClientRect().height > most).map(figure => figure.id);
}

/** Cells whose text is broken into a column of single characters, or whose number is broken at all. */
export function narrowCells() {
  return [...document.querySelectorAll('td')].filter(cell => {
    const said = cell.innerText.replace(/\s/g, '');
    const range = document.createRange();
    range.selectNodeContents(cell);
    const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top / 4))).size;
    return said.length > 3 && lines > 1 && (said.length / lines < 1.6 || /^[\d.,]+$/.test(said));
  }).map(cell => cell.innerText.slice(0, 30));
}
