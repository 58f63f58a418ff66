// A value a day with its band of replications.
import { amount, columnOf } from '../data.js';
import { frame, valueAxis } from '../frame.js';

var kHeight = 200;

/**
 * The mean of the seven days around each.
 * @param {number[]} day
 * @param {number[]} mean
 */
function weekly(day, mean) {
  /** @type {number[][]} */
  var points = [];
  for (var i = 3; i + 3 < mean.length; i++) {
    var sum = 0;
    for (var k = i - 3; k <= i + 3; k++) sum += mean[k];
    points.push([day[i], sum / 7]);
  }
  return points;
}

/** @type {import('../types.js').Definition} */
export function timeline(data, lang, theme) {
  /** @param {string} key */
  function column(key) {
    var at = columnOf(data, key);
    return data.rows.map(function (row) { return amount(row[at], data.columns[at]); });
  }
  var day = column('day'), mean = column('mean'), low = column('p10'), high = column('p90');
  var made = frame(data, lang, theme, { height: kHeight, left: 64, right: 30 });
  made.option.xAxis = valueAxis(data.columns[columnOf(data, 'day')], lang, theme, { min: 0, max: day[day.length - 1] });
  made.option.xAxis.axisLabel.showMaxLabel = false;
  made.option.yAxis = valueAxis(data.columns[columnOf(data, 'mean')], lang, theme, { min: 0, nameGap: 42 });
  made.option.series = [{
    type: 'custom', data: [[0, Math.max.apply(null, high.concat(mean))]], silent: true, clip: true, encode: { x: 0, y: 1 },
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var upper = day.map(function (x, i) { return api.coord([x, high[i]]); });
      var lower = day.map(function (x, i) { return api.coord([x, low[i]]); }).reverse();
      return { type: 'polygon', shape: { points: upper.concat(lower) }, style: { fill: theme.colours[0], opacity: theme.band } };
    }
  }, { type: 'line', symbol: 'none', silent: true, data: day.map(function (x, i) { return [x, mean[i]]; }),
    lineStyle: { color: theme.colours[0], width: 0.9 } },
  { type: 'line', symbol: 'none', silent: true, data: weekly(day, mean), lineStyle: { color: theme.colours[1], width: 2 } }];
  return made;
}
