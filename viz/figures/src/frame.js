// What all figures have around the plot: title, legend, axes, note.
import { fonts } from './theme.js';
import { said, widthOf, wrapped } from './text.js';
import { shown } from './numbers.js';

/** @typedef {import('./types.js').FigureData} FigureData */
/** @typedef {import('./types.js').Theme} Theme */
/** @typedef {import('./types.js').Language} Language */
/** @typedef {{name: string, colour: string, dash?: string, hollow?: boolean, line?: boolean}} LegendItem */
/**
 * @typedef {object} Plot
 * @property {number} height of the plot area
 * @property {number} left
 * @property {number} right
 * @property {number} [above] room over the plot, under the legend
 * @property {number} [below] room under the plot for its axis
 * @property {LegendItem[]} [legend]
 */

/** 160 mm at 96 dpi, with text of 9 pt: fits the column of an A4 page. */
export var kWidth = 720;
var kTitle = 15, kText = 12, kNote = 10.5;

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y of the middle of the line
 * @param {number} size
 * @param {string} colour
 * @param {Language} lang
 * @param {any} [more]
 */
export function line(text, x, y, size, colour, lang, more) {
  var style = { text: text, x: x, y: y, fill: colour, fontSize: size, fontFamily: fonts[lang],
    textVerticalAlign: 'middle', textAlign: 'left' };
  for (var key in more || {}) /** @type {any} */ (style)[key] = more[key];
  return { type: 'text', silent: true, style: style };
}

/**
 * Marks and names in rows, as many as fit; the marks look like what they stand for.
 * @param {LegendItem[]} items
 * @param {number} top
 * @param {Theme} theme
 * @param {Language} lang
 */
function legend(items, top, theme, lang) {
  /** @type {any[]} */
  var shapes = [];
  var x = 16, y = top + 9;
  items.forEach(function (item) {
    var wide = 24 + widthOf(item.name, kText) + 14;
    if (x > 16 && x + wide > kWidth - 16) {
      x = 16;
      y += 18;
    }
    if (item.line || item.dash) {
      shapes.push({ type: 'line', shape: { x1: x, y1: y, x2: x + 20, y2: y },
        style: { stroke: item.colour, lineWidth: 2.5, lineDash: item.dash ? item.dash.split(',').map(Number) : null } });
    } else {
      shapes.push({ type: 'rect', shape: { x: x + 4, y: y - 5, width: 12, height: 10 },
        style: { fill: item.hollow ? theme.paper : item.colour, stroke: item.colour, lineWidth: item.hollow ? 1.5 : 0 } });
    }
    shapes.push(line(item.name, x + 24, y, kText, theme.ink, lang));
    x += wide;
  });
  return { shapes: shapes, bottom: items.length > 0 ? y + 14 : top };
}

/**
 * The option without series and axes, and where the plot stands in it.
 * @param {FigureData} data
 * @param {Language} lang
 * @param {Theme} theme
 * @param {Plot} plot
 */
export function frame(data, lang, theme, plot) {
  var y = 18;
  /** @type {any[]} */
  var shapes = [];
  wrapped(said(data.title, lang), kTitle, kWidth - 40).forEach(function (text) {
    shapes.push(line(text, 16, y, kTitle, theme.ink, lang, { fontWeight: 'bold' }));
    y += 21;
  });
  var made = legend(plot.legend || [], y, theme, lang);
  var top = made.bottom + (plot.above || 10);
  var bottom = top + plot.height + (plot.below === undefined ? 46 : plot.below);
  wrapped(said(data.caption, lang), kText, kWidth - 32).forEach(function (text) {
    shapes.push(line(text, 16, bottom + 8, kText, theme.ink, lang));
    bottom += 17;
  });
  var notes = wrapped(said(data.note, lang), kNote, kWidth - 32);
  notes.forEach(function (text, i) {
    shapes.push(line(text, 16, bottom + 8 + 15 * i, kNote, theme.faint, lang));
  });
  /** @type {any} */
  var option = {
    animation: false, backgroundColor: theme.paper, textStyle: { fontFamily: fonts[lang], color: theme.ink },
    grid: { left: plot.left, top: top, width: kWidth - plot.left - plot.right, height: plot.height },
    graphic: { elements: shapes.concat(made.shapes) }
  };
  return { top: top, left: plot.left, right: kWidth - plot.right, width: kWidth,
    height: bottom + 8 + 15 * notes.length, option: option };
}

/**
 * An axis of numbers with its name and unit.
 * @param {{name: import('./types.js').Text, unit: string, shown: import('./types.js').Text}} column
 * @param {Language} lang
 * @param {Theme} theme
 * @param {any} [more]
 */
export function valueAxis(column, lang, theme, more) {
  var unit = said(column.shown, lang);
  var axis = {
    type: 'value', name: said(column.name, lang) + (unit ? (lang === 'zh' ? '（' + unit + '）' : ', ' + unit) : ''),
    nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: theme.ink, fontSize: kText },
    axisLabel: { color: theme.ink, fontSize: 11, hideOverlap: true,
      formatter: /** @param {number} v */ function (v) { return shown(v, column.unit); } },
    axisLine: { show: true, lineStyle: { color: theme.faint } }, splitLine: { lineStyle: { color: theme.line } }
  };
  for (var key in more || {}) /** @type {any} */ (axis)[key] = more[key];
  return axis;
}

/**
 * Names from top to bottom.
 * @param {string[]} names
 * @param {Theme} theme
 */
export function nameAxis(names, theme) {
  return { type: 'category', data: names, inverse: true, axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.faint } },
    axisLabel: { color: theme.ink, fontSize: kText, interval: 0 } };
}

/**
 * Room for the longest of the names, up to `most`.
 * @param {string[]} names
 * @param {number} most
 */
export function roomFor(names, most) {
  var widest = 40;
  names.forEach(function (name) { widest = Math.max(widest, widthOf(name, kText)); });
  return Math.min(widest, most) + 24;
}
