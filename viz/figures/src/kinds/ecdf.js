// Which share has arrived by when: one line a group, told apart by colour and dash.
import { amount, columnOf, groups } from '../data.js';
import { frame, valueAxis } from '../frame.js';
import { said } from '../text.js';

var kHeight = 260, kDashes = ['', '6,3', '2,3', '9,3,2,3', '4,4'];

/** @type {import('../types.js').Definition} */
export function ecdf(data, lang, theme) {
  var x = columnOf(data, 'time'), y = columnOf(data, 'share');
  var sides = groups(data, 0);
  var lines = sides.map(function (side, i) {
    var key = JSON.stringify(side);
    var points = data.rows.filter(function (row) { return JSON.stringify(row[0]) === key; })
      .map(function (row) { return [amount(row[x], data.columns[x]), amount(row[y], data.columns[y])]; });
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
  made.option.series = lines;
  return made;
}
