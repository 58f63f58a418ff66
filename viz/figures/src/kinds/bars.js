// Bars with the interval of each value as a whisker; a second column of numbers, if any, is a mark on the bar.
import { amount, interval } from '../data.js';
import { frame, nameAxis, roomFor, valueAxis } from '../frame.js';
import { quoted } from '../numbers.js';
import { cut, said } from '../text.js';

var kBar = 22, kNames = 260;

/**
 * Draws [low, high] of one row over its bar.
 * @param {import('../types.js').Theme} theme
 */
export function whisker(theme) {
  /** @param {any} params @param {any} api */
  return function (params, api) {
    var low = api.coord([api.value(1), api.value(0)]), high = api.coord([api.value(2), api.value(0)]);
    var style = { stroke: theme.ink, lineWidth: 1.2 };
    return { type: 'group', children: [
      { type: 'line', shape: { x1: low[0], y1: low[1], x2: high[0], y2: high[1] }, style: style },
      { type: 'line', shape: { x1: low[0], y1: low[1] - 4, x2: low[0], y2: low[1] + 4 }, style: style },
      { type: 'line', shape: { x1: high[0], y1: high[1] - 4, x2: high[0], y2: high[1] + 4 }, style: style }
    ] };
  };
}

/** @type {import('../types.js').Definition} */
export function bars(data, lang, theme) {
  var column = data.columns[1];
  var names = data.rows.map(function (row) { return cut(said(row[0], lang), 12, kNames); });
  var values = data.rows.map(function (row) { return amount(row[1], column); });
  /** @type {number[][]} */
  var whiskers = [];
  data.rows.forEach(function (row, i) {
    var ends = interval(row[1], column);
    if (ends && ends[1] > ends[0]) whiskers.push([i, Math.max(0, ends[0]), ends[1]]);
  });
  var halves = data.rows.map(function (row) {
    var ends = interval(row[1], column);
    return ends ? (ends[1] - ends[0]) / 2 : 0;
  });
  var reach = data.rows.map(function (row, i) {
    var ends = interval(row[1], column);
    return ends ? Math.max(ends[1], values[i]) : values[i];
  });
  var made = frame(data, lang, theme, { height: Math.max(60, names.length * kBar), left: roomFor(names, kNames), right: 64 });
  made.option.yAxis = nameAxis(names, theme);
  made.option.xAxis = valueAxis(column, lang, theme, { min: 0 });
  made.option.series = [
    { type: 'bar', data: values, barWidth: '62%', itemStyle: { color: theme.colours[0] } },
    { type: 'custom', data: whiskers, renderItem: whisker(theme), encode: { x: [1, 2], y: 0 }, z: 5, silent: true },
    { type: 'scatter', data: reach.map(function (value, i) { return [value, i]; }), symbolSize: 0.01, silent: true,
      label: { show: true, position: 'right', distance: 6, color: theme.ink, fontSize: 11,
        formatter: /** @param {any} p */ function (p) { return quoted(values[p.dataIndex], halves[p.dataIndex], data.digits, column.unit); } } }
  ];
  return made;
}
