// Streams from level to level; the width is the amount.
import { amount, columnOf } from '../data.js';
import { frame, line } from '../frame.js';
import { quoted } from '../numbers.js';
import { cut, said } from '../text.js';

var kEnds = 190, kNode = 28, kGap = 14;

/** @type {import('../types.js').Definition} */
export function sankey(data, lang, theme) {
  var level = columnOf(data, 'level'), at = data.columns.length - 1, column = data.columns[at];
  /** @type {{[name: string]: {depth: number, sum: number}}} */
  var nodes = {};
  /** @type {any[]} */
  var links = [];
  /** @param {string} name @param {number} depth @param {number} value @param {boolean} counts */
  function add(name, depth, value, counts) {
    nodes[name] = nodes[name] || { depth: depth, sum: 0 };
    if (counts) nodes[name].sum += value;
  }
  data.rows.forEach(function (row) {
    var depth = Number(row[level]), value = amount(row[at], column);
    // A place can be an origin and a destination; a mark that is not shown tells them apart.
    var from = depth + '|' + said(row[0], lang), to = depth + 1 + '|' + said(row[1], lang);
    add(from, depth, value, depth === 0);
    add(to, depth + 1, value, true);
    links.push({ source: from, target: to, value: value });
  });
  var names = Object.keys(nodes), deepest = 0;
  /** @type {number[]} */
  var counts = [];
  names.forEach(function (name) {
    var depth = nodes[name].depth;
    deepest = Math.max(deepest, depth);
    counts[depth] = (counts[depth] || 0) + 1;
  });
  var height = Math.max(160, Math.max.apply(null, counts) * kNode);
  var made = frame(data, lang, theme, { height: height, left: kEnds, right: kEnds, above: 24, below: 14 });
  delete made.option.grid;
  made.option.graphic.elements.push(line(said(column.shown, lang), made.width - 16, made.top - 12, 11, theme.faint, lang, { textAlign: 'right' }));
  made.option.series = [{
    type: 'sankey', left: kEnds, right: kEnds, top: made.top, height: height, nodeWidth: 12, nodeGap: kGap,
    nodeAlign: 'justify', draggable: false, silent: true, layoutIterations: 48,
    data: names.map(function (name) {
      var node = nodes[name], side = node.depth === 0 ? 'left' : 'right';
      return { name: name, depth: node.depth, itemStyle: { color: theme.colours[node.depth % theme.colours.length] },
        label: { position: side, color: theme.ink, fontSize: 11,
          formatter: cut(name.slice(name.indexOf('|') + 1), 11, side === 'left' || node.depth === deepest ? kEnds - 56 : 150) + '  ' + quoted(node.sum, 0, data.digits, column.unit) } };
    }),
    links: links, lineStyle: { color: theme.faint, opacity: theme.band, curveness: 0.5 }
  }];
  return made;
}
