// Which share has arrived by when: one line a group, told apart by colour and dash.
import { amount, columnOf, groups } from '../data.js';
import { frame, valueAxis } from '../frame.js';
import { quoted } from '../numbers.js';
import { said } from '../text.js';

var kHeight = 200, kEnd = 0.995, kDashes = ['', '6,3', '2,3', '9,3,2,3', '4,4'];

/** @param {number} share */
function isMarked(share) {
  return Math.abs(share - 0.5) < 1e-9 || Math.abs(share - 0.95) < 1e-9;
}

/** @type {import('../types.js').Definition} */
export function ecdf(data, lang, theme) {
  var x = columnOf(data, 'time'), y = columnOf(data, 'share');
  var sides = groups(data, 0);
  /** @type {any[]} */
  var marks = [];
  var lines = sides.map(function (side, i) {
    var key = JSON.stringify(side);
    var points = data.rows.filter(function (row) { return JSON.stringify(row[0]) === key; })
      .map(function (row) { return [amount(row[x], data.columns[x]), amount(row[y], data.columns[y])]; })
      .filter(function (point) { return point[1] < kEnd; });
    marks.push.apply(marks, points.filter(function (point) { return isMarked(point[1]); }).map(function (point) {
      return { value: point, itemStyle: { color: theme.colours[i % theme.colours.length] } };
    }));
    var dash = kDashes[i % kDashes.length];
    return { type: 'line', data: points, symbol: 'none', silent: true,
      lineStyle: { color: theme.colours[i % theme.colours.length], width: 2, type: dash ? dash.split(',').map(Number) : 'solid' } };
  });
  var made = frame(data, lang, theme, { height: kHeight, left: 64, right: 30,
    legend: sides.map(function (side, i) {
      return { name: said(side, lang), colour: theme.colours[i % theme.colours.length], dash: kDashes[i % kDashes.length], line: true };
    }) });
  made.option.xAxis = valueAxis(data.columns[x], lang, theme, { scale: true });
  made.option.yAxis = valueAxis(data.columns[y], lang, theme, { min: 0, max: 1, nameGap: 44 });
  made.option.series = lines.concat([/** @type {any} */ ({ type: 'scatter', data: marks, symbolSize: 8, silent: true, z: 5,
    label: { show: sides.length === 1, position: 'right', distance: 6, offset: [0, 9], color: theme.ink, fontSize: 11,
      formatter: /** @param {any} p */ function (p) {
        return 'P' + Math.round(p.value[1] * 100) + ': ' + quoted(p.value[0], 0, data.digits, '') + ' ' + said(data.columns[x].shown, lang);
      } } })]);
  return made;
}
