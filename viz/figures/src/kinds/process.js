// A process before and after a rule: a row a step, left before, right after; lines say what follows what.
import { columnOf } from '../data.js';
import { frame, line } from '../frame.js';
import { cut, said } from '../text.js';

var kRow = 50, kBox = 38, kLeft = 40, kWide = 280, kRight = 400, kSize = 12, kSmall = 10.5;
var kKept = 0, kRemoved = 2;

/**
 * How a step of this state looks.
 * @param {number} state
 * @param {boolean} isAfter
 * @param {import('../types.js').Theme} theme
 */
function pen(state, isAfter, theme) {
  if (state === kKept) return { stroke: theme.faint, lineWidth: 1, fill: theme.paper };
  if (state === kRemoved) return { stroke: theme.colours[1], lineWidth: 1.8, fill: theme.paper, lineDash: [5, 3] };
  return { stroke: isAfter ? theme.colours[0] : theme.faint, lineWidth: isAfter ? 1.8 : 1, fill: theme.paper };
}

/**
 * The boxes of one side and the lines between them; what does not follow the box above it is joined around the outside.
 * @param {import('../types.js').FigureData} data
 * @param {{x: number, top: number, detail: number, waits: number, isAfter: boolean}} side
 * @param {import('../types.js').Language} lang
 * @param {import('../types.js').Theme} theme
 */
function shapesOf(data, side, lang, theme) {
  var id = columnOf(data, 'step'), name = columnOf(data, 'name'), state = columnOf(data, 'state_number'), word = columnOf(data, 'state');
  /** @type {any[]} */
  var shapes = [];
  /** @type {{[id: string]: number}} */
  var rowOf = {};
  var last = -1, lanes = 0;
  data.rows.forEach(function (row, i) {
    if (row[side.detail] === null) return;
    var y = side.top + i * kRow, kind = Number(row[state]);
    var isMarked = kind !== kKept && (side.isAfter || kind === kRemoved);
    shapes.push({ type: 'rect', silent: true, shape: { x: side.x, y: y, width: kWide, height: kBox, r: 5 }, style: pen(kind, side.isAfter, theme) });
    var title = said(row[name], lang) + (isMarked ? (lang === 'zh' ? '（' : ' (') + said(row[word], lang) + (lang === 'zh' ? '）' : ')') : '');
    shapes.push(line(cut(title, kSize, kWide - 20), side.x + 10, y + 12, kSize, theme.ink, lang, { fontWeight: isMarked ? 'bold' : 'normal' }));
    shapes.push(line(cut(said(row[side.detail], lang), kSmall, kWide - 20), side.x + 10, y + 27, kSmall, theme.faint, lang));
    said(row[side.waits], 'en').split(', ').forEach(function (before) {
      if (rowOf[before] === undefined) return;
      var from = side.top + rowOf[before] * kRow + kBox;
      if (rowOf[before] === last) {
        shapes.push(joint([[side.x + kWide / 2, from], [side.x + kWide / 2, y]], theme));
        return;
      }
      var out = (side.isAfter ? side.x + kWide : side.x) + (side.isAfter ? 1 : -1) * (8 + 5 * (lanes++ % 5));
      var edge = side.isAfter ? side.x + kWide : side.x;
      shapes.push(joint([[edge, from - kBox / 2 + 6], [out, from - kBox / 2 + 6], [out, y + kBox / 2 - 6], [edge, y + kBox / 2 - 6]], theme));
    });
    rowOf[said(row[id], 'en')] = i;
    last = i;
  });
  return shapes;
}

/** @param {number[][]} points @param {import('../types.js').Theme} theme */
function joint(points, theme) {
  return { type: 'polyline', silent: true, z: -1, shape: { points: points }, style: { stroke: theme.faint, lineWidth: 1.1, fill: null } };
}

/** @type {import('../types.js').Definition} */
export function process(data, lang, theme) {
  var before = columnOf(data, 'before'), after = columnOf(data, 'after');
  var made = frame(data, lang, theme, { height: 24 + data.rows.length * kRow, left: kLeft, right: kLeft, below: 6 });
  delete made.option.grid;
  var top = made.top + 24;
  made.option.graphic.elements = made.option.graphic.elements.concat(
    [line(said(data.columns[before].name, lang), kLeft, made.top + 8, kSize, theme.ink, lang, { fontWeight: 'bold' }),
      line(said(data.columns[after].name, lang), kRight, made.top + 8, kSize, theme.ink, lang, { fontWeight: 'bold' })],
    shapesOf(data, { x: kLeft, top: top, detail: before, waits: columnOf(data, 'waits_before'), isAfter: false }, lang, theme),
    shapesOf(data, { x: kRight, top: top, detail: after, waits: columnOf(data, 'waits_after'), isAfter: true }, lang, theme));
  return made;
}
