// How much room a text takes. There is no font to ask, so widths are estimated, with slack: han and other wide
// characters one em, Latin by class.
/** @typedef {import('./types.js').Language} Language */
/** @typedef {import('./types.js').Cell} Cell */

/**
 * @param {any} cell
 * @param {Language} lang
 * @returns {string}
 */
export function said(cell, lang) {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return String(cell[lang] || cell.zh || cell.en || '');
  return String(cell);
}

/**
 * @param {string} text
 * @param {number} size of the font
 * @returns {number} px
 */
export function widthOf(text, size) {
  var em = 0;
  for (var i = 0; i < text.length; i++) {
    var code = text.charCodeAt(i);
    if (code >= 0x2e80) em += 1.02;
    else if (/[ijl.,:;'|!]/.test(text[i])) em += 0.3;
    else if (/[ftrI ()\-]/.test(text[i])) em += 0.36;
    else if (/[MWmw%]/.test(text[i])) em += 0.88;
    else if (/[A-Z]/.test(text[i])) em += 0.72;
    else em += 0.57;
  }
  return em * size;
}

/**
 * The text, cut with an ellipsis where it would be wider.
 * @param {string} text
 * @param {number} size
 * @param {number} most px
 * @returns {string}
 */
export function cut(text, size, most) {
  if (widthOf(text, size) <= most) return text;
  while (text.length > 1 && widthOf(text + '…', size) > most) text = text.slice(0, -1);
  return text.replace(/[\s,，、(（-]+$/, '') + '…';
}

/**
 * Lines no wider than `most`; Latin words stay whole.
 * @param {string} text
 * @param {number} size
 * @param {number} most px
 * @returns {string[]}
 */
export function wrapped(text, size, most) {
  var pieces = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) || [];
  /** @type {string[]} */
  var lines = [];
  var line = '';
  pieces.forEach(function (piece) {
    var isClosing = /^[，。；：、）」]/.test(piece);
    if (line && !isClosing && widthOf(line + piece.trim(), size) > most) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  });
  if (line.trim()) lines.push(line.trim());
  return lines;
}
