// Time against distance, after UNESCAP: what lies between places is a slope, what happens at one a vertical step. The
// band is P10 to P90.
import { amount, columnOf } from '../data.js';
import { frame, line, valueAxis } from '../frame.js';
import { plain } from '../numbers.js';
import { cut, said, widthOf } from '../text.js';

var kHeight = 300, kNames = 62, kSize = 11;

/**
 * Rows of names over the plot, so that none covers another; a name that finds no room is left out.
 * @param {{x: number, name: string, weight: number}[]} marks
 * @returns {{x: number, name: string, row: number}[]}
 */
function placed(marks) {
  /** @type {{from: number, to: number, row: number}[]} */
  var taken = [];
  /** @type {{x: number, name: string, row: number}[]} */
  var kept = [];
  marks.slice().sort(function (a, b) { return b.weight - a.weight; }).forEach(function (mark) {
    var half = widthOf(mark.name, kSize) / 2 + 5;
    for (var row = 0; row < 3; row++) {
      var isFree = !taken.some(function (one) { return one.row === row && mark.x - half < one.to && mark.x + half > one.from; });
      if (!isFree) continue;
      taken.push({ from: mark.x - half, to: mark.x + half, row: row });
      kept.push({ x: mark.x, name: mark.name, row: row });
      return;
    }
  });
  return kept;
}

/** @type {import('../types.js').Definition} */
export function tcd(data, lang, theme) {
  /** @param {string} key */
  function column(key) {
    var at = columnOf(data, key);
    return data.rows.map(function (row) { return amount(row[at], data.columns[at]); });
  }
  var km = column('km'), arrival = column('arrival_h'), departure = column('departure_h');
  var low = [column('arrival_p10_h'), column('departure_p10_h')], high = [column('arrival_p90_h'), column('departure_p90_h')];
  /** @type {number[][]} */
  var path = [];
  /** @type {number[][]} */
  var lower = [];
  /** @type {number[][]} */
  var upper = [];
  km.forEach(function (x, i) {
    path.push([x, arrival[i]], [x, departure[i]]);
    lower.push([x, low[0][i]], [x, low[1][i]]);
    upper.push([x, high[0][i]], [x, high[1][i]]);
  });
  var longest = km[km.length - 1], highest = Math.max.apply(null, high[1].concat(departure));
  var left = 64, right = 40;
  var made = frame(data, lang, theme, { height: kHeight, left: left, right: right, above: kNames });
  var scale = (made.right - left) / longest;
  var band = theme.colours[0];
  var time = data.columns[columnOf(data, 'arrival_h')], distance = data.columns[columnOf(data, 'km')];
  var marks = data.rows.map(function (row, i) {
    var isEnd = i === 0 || i === km.length - 1;
    return { x: left + km[i] * scale, name: cut(said(row[0], lang), kSize, 110), weight: isEnd ? 1e9 - i : departure[i] - arrival[i] };
  });
  // The outermost names stay on the paper.
  marks.forEach(function (mark) {
    var half = widthOf(mark.name, kSize) / 2;
    mark.x = Math.min(Math.max(mark.x, half + 8), made.width - half - 8);
  });
  placed(marks).forEach(function (mark) {
    made.option.graphic.elements.push(line(mark.name, mark.x, made.top - 10 - 16 * mark.row, kSize, theme.ink, lang,
      { textAlign: 'center' }));
  });
  made.option.xAxis = valueAxis(distance, lang, theme, { min: 0, max: longest });
  made.option.xAxis.axisLabel.showMaxLabel = false;
  made.option.yAxis = valueAxis(time, lang, theme, { min: 0, nameGap: 40 });
  made.option.series = [{
    type: 'custom', data: [[0, highest]], silent: true, clip: true, encode: { x: 0, y: 1 },
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var points = upper.concat(lower.slice().reverse()).map(function (point) { return api.coord(point); });
      return { type: 'polygon', shape: { points: points }, style: { fill: band, opacity: theme.band } };
    }
  }, {
    type: 'custom', data: km.map(function (x) { return [x, 0]; }), silent: true, encode: { x: 0, y: 1 },
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var at = api.coord([api.value(0), 0])[0];
      return { type: 'line', shape: { x1: at, y1: p.coordSys.y, x2: at, y2: p.coordSys.y + p.coordSys.height },
        style: { stroke: theme.faint, lineWidth: 0.7, lineDash: [2, 3] } };
    }
  }, { type: 'line', data: path, symbol: 'none', silent: true, lineStyle: { color: theme.colours[0], width: 2.2 } }, {
    type: 'custom', silent: true, z: 6, encode: { x: 0, y: [1, 2] },
    data: km.map(function (x, i) { return [x, arrival[i], departure[i]]; }),
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var from = api.coord([api.value(0), api.value(1)]), to = api.coord([api.value(0), api.value(2)]);
      var stop = api.value(2) - api.value(1), isLate = api.value(0) > 0.85 * longest;
      if (from[1] - to[1] < 9) return { type: 'group', children: [] };
      return { type: 'group', children: [
        { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: theme.colours[1], lineWidth: 3.5 } },
        { type: 'text', style: { text: plain(stop), x: from[0] + (isLate ? -6 : 6), y: (from[1] + to[1]) / 2, fill: theme.colours[1],
          fontSize: kSize, fontWeight: 'bold', textAlign: isLate ? 'right' : 'left', textVerticalAlign: 'middle' } }
      ] };
    }
  }];
  return made;
}
