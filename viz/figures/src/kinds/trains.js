// The graphic timetable: distance upwards, time to the right, a line a vehicle; a level line is a stop.
import { amount, columnOf } from '../data.js';
import { frame, line, valueAxis } from '../frame.js';
import { cut, said } from '../text.js';

var kHeight = 330, kNames = 120, kSize = 11;

/** @type {import('../types.js').Definition} */
export function trains(data, lang, theme) {
  var vehicle = columnOf(data, 'vehicle'), time = columnOf(data, 'time'), km = columnOf(data, 'km'), place = columnOf(data, 'place');
  /** @type {{[key: string]: number[][]}} */
  var runs = {};
  /** @type {{[name: string]: number}} */
  var places = {};
  var longest = 0, latest = 0;
  data.rows.forEach(function (row) {
    var key = String(row[vehicle]), point = [amount(row[time], data.columns[time]), amount(row[km], data.columns[km])];
    (runs[key] = runs[key] || []).push(point);
    places[said(row[place], lang)] = point[1];
    longest = Math.max(longest, point[1]);
    latest = Math.max(latest, point[0]);
  });
  /** @param {number} at */
  function rank(at) { return at === 0 || at === longest ? 1 : 0; }
  var made = frame(data, lang, theme, { height: kHeight, left: kNames + 14, right: 36 });
  made.option.xAxis = valueAxis(data.columns[time], lang, theme, { min: 0, max: Math.ceil(latest) });
  made.option.yAxis = { type: 'value', min: 0, max: longest, show: false };
  // The ends are named first; what lies too near to a name goes without one.
  /** @type {number[]} */
  var named = [];
  Object.keys(places).sort(function (a, b) { return rank(places[b]) - rank(places[a]); }).forEach(function (name) {
    var y = made.top + kHeight * (1 - places[name] / longest);
    made.option.graphic.elements.push({ type: 'line', silent: true, shape: { x1: made.left, y1: y, x2: made.right, y2: y },
      style: { stroke: theme.line, lineWidth: 1 } });
    if (named.some(function (other) { return Math.abs(y - other) < 13; })) return;
    named.push(y);
    made.option.graphic.elements.push(line(cut(name, kSize, kNames), made.left - 6, y, kSize, theme.ink, lang, { textAlign: 'right' }));
  });
  made.option.series = Object.keys(runs).map(function (key) {
    return { type: 'line', symbol: 'none', silent: true, data: runs[key], lineStyle: { color: theme.colours[0], width: 1.3 } };
  });
  return made;
}
