// The week by hour: how much on average at each hour of each weekday.
import { amount, columnOf } from '../data.js';
import { frame, line } from '../frame.js';
import { cividis } from '../theme.js';
import { said } from '../text.js';
import { plain } from '../numbers.js';

var kRow = 24;

/** @type {import('../types.js').Definition} */
export function heat(data, lang, theme) {
  var hour = columnOf(data, 'hour'), at = columnOf(data, 'value');
  /** @type {string[]} */
  var days = [];
  var cells = data.rows.map(function (row) {
    var name = said(row[0], lang);
    if (days.indexOf(name) < 0) days.push(name);
    return [Number(row[hour]), days.indexOf(name), amount(row[at], data.columns[at])];
  });
  var most = Math.max.apply(null, cells.map(function (cell) { return cell[2]; }));
  var made = frame(data, lang, theme, { height: kRow * days.length, left: 64, right: 100, below: 40 });
  var hours = [];
  for (var i = 0; i < 24; i++) hours.push(String(i));
  made.option.xAxis = { type: 'category', data: hours, name: said(data.columns[hour].name, lang), nameLocation: 'middle', nameGap: 26,
    nameTextStyle: { color: theme.ink }, axisLabel: { color: theme.ink, fontSize: 11, interval: 1 }, axisTick: { show: false } };
  made.option.yAxis = { type: 'category', data: days, inverse: true, axisLabel: { color: theme.ink, fontSize: 12, interval: 0 }, axisTick: { show: false } };
  made.option.visualMap = { show: false, type: 'continuous', min: 0, max: most || 1, inRange: { color: cividis }, dimension: 2 };
  made.option.series = [{ type: 'heatmap', data: cells, silent: true, itemStyle: { borderColor: theme.paper, borderWidth: 1 } }];
  // A scale of colours beside the plot.
  var x = made.right + 24, height = kRow * days.length;
  cividis.forEach(function (colour, k) {
    var top = made.top + height * (1 - (k + 1) / cividis.length);
    made.option.graphic.elements.push({ type: 'rect', silent: true, shape: { x: x, y: top, width: 14, height: height / cividis.length + 0.5 }, style: { fill: colour } });
  });
  made.option.graphic.elements.push(line(said(data.columns[at].shown, lang), x, made.top - 10, 11, theme.ink, lang));
  made.option.graphic.elements.push(line(plain(most), x + 20, made.top + 6, 11, theme.ink, lang), line('0', x + 20, made.top + height - 6, 11, theme.ink, lang));
  return made;
}
