// Paired differences with their intervals, against zero. A mark is filled where the interval leaves zero out.
import { amount, columnOf, groups, interval } from '../data.js';
import { frame, nameAxis, roomFor, valueAxis } from '../frame.js';
import { cut, said } from '../text.js';

var kRow = 20, kNames = 270;

/** @type {import('../types.js').Definition} */
export function forest(data, lang, theme) {
  var at = columnOf(data, 'difference'), column = data.columns[at], group = columnOf(data, 'alternative');
  var rows = groups(data, 0), sides = groups(data, group);
  var names = rows.map(function (cell) { return cut(said(cell, lang), 12, kNames); });
  var kind = function (/** @type {any[]} */ list, /** @type {any} */ cell) {
    return list.map(function (one) { return JSON.stringify(one); }).indexOf(JSON.stringify(cell));
  };
  /** @type {number[][]} */
  var points = [];
  data.rows.forEach(function (row) {
    var value = amount(row[at], column), ends = interval(row[at], column);
    if (isNaN(value)) return;
    var proven = ends !== null && (ends[0] > 0 || ends[1] < 0);
    points.push([kind(rows, row[0]), value, ends ? ends[0] : value, ends ? ends[1] : value, proven ? 1 : 0, kind(sides, row[group])]);
  });
  var made = frame(data, lang, theme, { height: Math.max(60, names.length * kRow * Math.max(1, 0.7 * sides.length)),
    left: roomFor(names, kNames), right: 30,
    legend: sides.map(function (side, i) { return { name: said(side, lang), colour: theme.colours[i] }; }) });
  made.option.yAxis = nameAxis(names, theme);
  made.option.yAxis.splitLine = { show: true, interval: 0, lineStyle: { color: theme.line, opacity: 0.6 } };
  made.option.xAxis = valueAxis(column, lang, theme);
  made.option.series = [{
    type: 'custom', data: points, encode: { x: [2, 3], y: 0 }, silent: true, clip: true,
    renderItem: /** @param {any} params @param {any} api */ function (params, api) {
      var side = api.value(5), colour = theme.colours[side % theme.colours.length];
      var shift = (side - (sides.length - 1) / 2) * 11;
      var middle = api.coord([api.value(1), api.value(0)]), low = api.coord([api.value(2), api.value(0)]);
      var high = api.coord([api.value(3), api.value(0)]), y = middle[1] + shift;
      return { type: 'group', children: [
        { type: 'line', shape: { x1: low[0], y1: y, x2: high[0], y2: y }, style: { stroke: colour, lineWidth: 1.8 } },
        { type: 'circle', shape: { cx: middle[0], cy: y, r: 4 },
          style: { fill: api.value(4) ? colour : theme.paper, stroke: colour, lineWidth: 1.6 } }
      ] };
    }
  }, {
    type: 'custom', data: [[0]], silent: true, z: 1, encode: { x: 0 },
    renderItem: /** @param {any} params @param {any} api */ function (params, api) {
      var x = api.coord([0, 0])[0], area = params.coordSys;
      if (x < area.x || x > area.x + area.width) return null;
      return { type: 'line', shape: { x1: x, y1: area.y, x2: x, y2: area.y + area.height },
        style: { stroke: theme.ink, lineWidth: 1.2 } };
    }
  }];
  return made;
}
