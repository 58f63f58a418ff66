// Stacked bars: a name and its parts, which add up to the whole at the end of the bar.
import { amount } from '../data.js';
import { frame, nameAxis, roomFor, valueAxis } from '../frame.js';
import { quoted } from '../numbers.js';
import { cut, said } from '../text.js';

var kBar = 24, kNames = 250;

/** @type {import('../types.js').Definition} */
export function stack(data, lang, theme) {
  var names = data.rows.map(function (row) { return cut(said(row[0], lang), 12, kNames); });
  var totals = data.rows.map(function () { return 0; });
  /** @type {any[]} */
  var series = [];
  /** @type {any[]} */
  var legend = [];
  var isSigned = false;
  data.columns.slice(1).forEach(function (column, i) {
    var values = data.rows.map(function (row) { return amount(row[i + 1], column) || 0; });
    values.forEach(function (value, row) {
      totals[row] += value;
      isSigned = isSigned || value < 0;
    });
    if (!values.some(function (value) { return value !== 0; })) return;
    var colour = theme.colours[i % theme.colours.length];
    legend.push({ name: said(column.name, lang), colour: colour });
    series.push({ type: 'bar', stack: 'all', name: said(column.name, lang), data: values, barWidth: '62%',
      itemStyle: { color: colour, borderColor: theme.paper, borderWidth: 0.5 } });
  });
  var first = data.columns[1];
  series.push({ type: 'bar', stack: 'all', silent: true, data: totals.map(function () { return 0; }),
    itemStyle: { color: 'transparent' },
    label: { show: true, position: 'right', color: theme.ink, fontSize: 11,
      formatter: /** @param {any} p */ function (p) { return quoted(totals[p.dataIndex], 0, data.digits, first.unit); } } });
  var made = frame(data, lang, theme, { height: Math.max(60, names.length * kBar), left: roomFor(names, kNames),
    right: 64, legend: legend });
  made.option.yAxis = nameAxis(names, theme);
  made.option.xAxis = valueAxis({ name: { zh: '', en: '' }, unit: first.unit, shown: first.shown }, lang, theme,
    { name: said(first.shown, lang), min: isSigned ? undefined : 0 });
  made.option.series = series;
  return made;
}
