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
 * The number in its unit as it stands on an axis or beside a mark: shares in per cent, TEU by ten thousand in Chinese.
 * @param {number} value
 * @param {string} unit
 * @param {Language} lang
 * @returns {string}
 */
export function shown(value, unit, lang) {
  if (unit === 'share') return plain(value * 100) + ' %';
  if (unit.indexOf('TEU') === 0 && Math.abs(value) >= 10000) {
    return lang === 'zh' ? plain(value / 10000) + ' 万' : plain(value / 1000) + ' k';
  }
  return plain(value);
}
