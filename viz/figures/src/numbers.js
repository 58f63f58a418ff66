// Numbers as people read them in each language.
/** @typedef {import('./types.js').Language} Language */

/**
 * Three significant digits, whole numbers from a hundred on, with thousands marked and a real minus.
 * @param {number} value
 * @returns {string}
 */
export function plain(value) {
  var size = Math.abs(value);
  var decimals = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return tidy(fixed(value, decimals));
}

/**
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function fixed(value, decimals) {
  var parts = Math.abs(value).toFixed(decimals).split('.');
  parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ',');
  var text = parts.join('.');
  return value < 0 && /[1-9]/.test(text) ? '\u2212' + text : text;
}

/**
 * Without zeros at the end of a fraction.
 * @param {string} text
 * @returns {string}
 */
function tidy(text) {
  return text.indexOf('.') < 0 ? text : text.replace(/\.?0+$/, '');
}

/**
 * The number on an axis: shares in per cent.
 * @param {number} value
 * @param {string} unit
 * @returns {string}
 */
export function shown(value, unit) {
  return unit === 'share' ? plain(value * 100) + ' %' : plain(value);
}

/**
 * The number beside a mark: as many digits as its interval knows, and no more than may be quoted.
 * @param {number} value
 * @param {number} half of the interval; 0: none
 * @param {number} digits significant, at most
 * @param {string} unit
 * @returns {string}
 */
export function quoted(value, half, digits, unit) {
  if (unit === 'share') return quoted(value * 100, half * 100, digits, '') + ' %';
  if (!value) return '0';
  var known = half > 0 ? -place(half) + (half / Math.pow(10, place(half)) < 1.95 ? 1 : 0) : 9;
  var decimals = Math.min(known, digits - 1 - place(value), 3);
  if (decimals >= 0) return fixed(value, decimals);
  var step = Math.pow(10, -decimals);
  return fixed(Math.round(value / step) * step, 0);
}

/** @param {number} value @returns {number} decimal place of the first digit: 0 for 1 to 9.99 */
function place(value) {
  return Math.floor(Math.log(Math.abs(value)) / Math.LN10 + 1e-12);
}
