// Reading a figure's data.
/** @typedef {import('./types.js').FigureData} FigureData */
/** @typedef {import('./types.js').Cell} Cell */

/**
 * The number in a cell, in the unit that is shown; NaN where there is none.
 * @param {any} cell
 * @param {{per: number}} column
 * @returns {number}
 */
export function amount(cell, column) {
  if (cell === null || cell === undefined) return NaN;
  var value = typeof cell === 'object' ? (cell.n === 0 && !cell.ci95 ? NaN : cell.value) : cell;
  return typeof value === 'number' ? value / column.per : NaN;
}

/**
 * @param {any} cell
 * @param {{per: number}} column
 * @returns {[number, number] | null}
 */
export function interval(cell, column) {
  return cell && typeof cell === 'object' && cell.ci95 ? [cell.ci95[0] / column.per, cell.ci95[1] / column.per] : null;
}

/**
 * @param {FigureData} data
 * @param {string} key
 * @returns {number} of the column; −1 if there is none
 */
export function columnOf(data, key) {
  for (var i = 0; i < data.columns.length; i++) if (data.columns[i].key === key) return i;
  return -1;
}

/**
 * The distinct texts of one column in order of appearance.
 * @param {FigureData} data
 * @param {number} column
 * @returns {Cell[]}
 */
export function groups(data, column) {
  /** @type {{[key: string]: boolean}} */
  var seen = {};
  return data.rows.map(function (row) { return row[column]; }).filter(function (cell) {
    var key = JSON.stringify(cell);
    if (seen[key]) return false;
    seen[key] = true;
    return true;
  });
}
