// Time, cost and CO2e against distance, after UNESCAP: what lies between places is a slope, what happens at one a
// vertical step. The band is P10 to P90; diamonds are observed.
import { amount, columnOf } from '../data.js';
import { frame, line, valueAxis } from '../frame.js';
import { quoted } from '../numbers.js';
import { cut, said, widthOf } from '../text.js';

/** @typedef {import('../types.js').FigureData} FigureData */
/** @typedef {import('../types.js').Theme} Theme */
/** @typedef {import('../types.js').Language} Language */

var kHeights = [210, 84, 68], kBetween = 12, kNames = 62, kSize = 11, kLeft = 64, kRight = 44;

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

/** @param {FigureData} data @param {string} key */
function numbers(data, key) {
  var at = columnOf(data, key);
  return data.rows.map(function (row) { return amount(row[at], data.columns[at]); });
}

/**
 * Twice a place: as one comes and as one leaves.
 * @param {number[]} km
 * @param {number[]} arrival
 * @param {number[]} departure
 */
function steps(km, arrival, departure) {
  /** @type {number[][]} */
  var path = [];
  km.forEach(function (x, i) { path.push([x, arrival[i]], [x, departure[i]]); });
  return path;
}

/** @param {number[]} high @param {number[][]} lower @param {number[][]} upper @param {Theme} theme */
function band(high, lower, upper, theme) {
  return {
    type: 'custom', data: [[0, Math.max.apply(null, high)]], silent: true, clip: true, encode: { x: 0, y: 1 },
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var points = upper.concat(lower.slice().reverse()).map(function (point) { return api.coord(point); });
      return { type: 'polygon', shape: { points: points }, style: { fill: theme.colours[0], opacity: theme.band } };
    }
  };
}

/** A dotted line at each place. @param {number[]} km @param {number} panel @param {Theme} theme */
function guides(km, panel, theme) {
  return {
    type: 'custom', data: km.map(function (x) { return [x, 0]; }), silent: true, encode: { x: 0, y: 1 }, xAxisIndex: panel, yAxisIndex: panel,
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var at = api.coord([api.value(0), 0])[0];
      return { type: 'line', shape: { x1: at, y1: p.coordSys.y, x2: at, y2: p.coordSys.y + p.coordSys.height },
        style: { stroke: theme.faint, lineWidth: 0.7, lineDash: [2, 3] } };
    }
  };
}

/** A stay, in hours below three days. @param {number} hours @param {number} digits */
function stay(hours, digits) {
  return hours < 72 ? quoted(hours, 0, digits, '') + ' h' : quoted(hours / 24, 0, digits, '') + ' d';
}

/**
 * The stays that have room for a label, as thick steps.
 * @param {FigureData} data
 * @param {number[]} km
 * @param {number[]} arrival
 * @param {number[]} departure
 * @param {Theme} theme
 */
function stays(data, km, arrival, departure, theme) {
  var per = data.columns[columnOf(data, 'arrival_h')].per, longest = km[km.length - 1], observed = numbers(data, 'observed_h');
  return {
    type: 'custom', silent: true, z: 6, encode: { x: 0, y: [1, 2] },
    data: km.map(function (x, i) { return [x, arrival[i], departure[i], isNaN(observed[i]) ? 0 : 1]; }),
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var from = api.coord([api.value(0), api.value(1)]), to = api.coord([api.value(0), api.value(2)]);
      var isLate = api.value(0) > 0.85 * longest, aside = api.value(3) ? 20 : 6;
      if (from[1] - to[1] < 11) return { type: 'group', children: [] };
      return { type: 'group', children: [
        { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: theme.colours[1], lineWidth: 3.5 } },
        { type: 'text', style: { text: stay((api.value(2) - api.value(1)) * per, data.digits), x: from[0] + (isLate ? -aside : aside),
          y: (from[1] + to[1]) / 2, fill: theme.colours[1], fontSize: kSize, fontWeight: 'bold', textAlign: isLate ? 'right' : 'left',
          textVerticalAlign: 'middle', stroke: theme.paper, lineWidth: 2 } }
      ] };
    }
  };
}

/** From low to high with short caps. @param {number} x @param {number} low @param {number} high @param {any} style */
function caps(x, low, high, style) {
  return [[x, low, x, high], [x - 4, low, x + 4, low], [x - 4, high, x + 4, high]].map(function (ends) {
    return { type: 'line', shape: { x1: ends[0], y1: ends[1], x2: ends[2], y2: ends[3] }, style: style };
  });
}

/** P10 to P90 of delivery. @param {number} x @param {number} low @param {number} high @param {Theme} theme */
function lastBand(x, low, high, theme) {
  return {
    type: 'custom', silent: true, z: 5, encode: { x: 0, y: [1, 2] }, data: [[x, low, high]],
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(0), api.value(2)]);
      return { type: 'group', children: caps(a[0] + 8, a[1], b[1], { stroke: theme.colours[0], lineWidth: 1.4 }) };
    }
  };
}

/** @param {FigureData} data @param {number[]} km @param {Theme} theme */
function observations(data, km, theme) {
  var value = numbers(data, 'observed_h'), low = numbers(data, 'observed_low_h'), high = numbers(data, 'observed_high_h');
  var use = columnOf(data, 'observed_use'), longest = km[km.length - 1];
  /** @type {number[][]} */
  var marks = [];
  data.rows.forEach(function (row, i) {
    if (!isNaN(value[i])) marks.push([km[i], value[i], low[i], high[i], said(row[use], 'en') === 'calibrated' ? 1 : 0]);
  });
  return {
    type: 'custom', silent: true, z: 7, encode: { x: 0, y: [1, 2, 3] }, data: marks,
    renderItem: /** @param {any} p @param {any} api */ function (p, api) {
      var at = api.coord([api.value(0), api.value(1)]), a = api.coord([0, api.value(2)]), b = api.coord([0, api.value(3)]);
      var x = at[0] + (api.value(0) > 0.85 * longest ? -11 : 11), y = at[1], colour = theme.colours[2];
      return { type: 'group', children: caps(x, a[1], b[1], { stroke: colour, lineWidth: 1.4 }).concat([/** @type {any} */ (
        { type: 'polygon', shape: { points: [[x, y - 6], [x + 6, y], [x, y + 6], [x - 6, y]] },
          style: { fill: api.value(4) ? colour : theme.paper, stroke: colour, lineWidth: 1.6 } })]) };
    }
  };
}

/** @param {FigureData} data @param {number[]} km @param {number[]} weights @param {any} made @param {Language} lang @param {Theme} theme */
function addNames(data, km, weights, made, lang, theme) {
  var scale = (made.right - kLeft) / km[km.length - 1];
  var marks = data.rows.map(function (row, i) {
    var isEnd = i === 0 || i === km.length - 1, name = cut(said(row[0], lang), kSize, 150);
    // The outermost names stay on the paper.
    var half = widthOf(name, kSize) / 2, x = Math.min(Math.max(kLeft + km[i] * scale, half + 8), made.width - half - 8);
    return { x: x, name: name, weight: isEnd ? 1e9 - i : weights[i] };
  });
  placed(marks).forEach(function (mark) {
    made.option.graphic.elements.push(line(mark.name, mark.x, made.top - 14 - 16 * mark.row, kSize, theme.ink, lang, { textAlign: 'center' }));
  });
}

/**
 * The axes of one panel.
 * @param {any} option
 * @param {number} panel
 * @param {any} distance
 * @param {any} column
 * @param {number} longest
 * @param {Language} lang
 * @param {Theme} theme
 */
function addAxes(option, panel, distance, column, longest, lang, theme) {
  var isLast = panel === kHeights.length - 1;
  /** @type {any} */
  var x = valueAxis(distance, lang, theme, { min: 0, max: longest, gridIndex: panel });
  x.axisLabel.showMaxLabel = false;
  if (!isLast) {
    x.axisLabel.show = false;
    x.name = '';
  }
  var y = valueAxis(column, lang, theme, { min: 0, gridIndex: panel, nameGap: 46, splitNumber: panel === 0 ? 5 : 2 });
  if (panel > 0) y.name = '';
  option.xAxis.push(x);
  option.yAxis.push(y);
}

/** @type {import('../types.js').Definition} */
export function tcd(data, lang, theme) {
  var km = numbers(data, 'km'), longest = km[km.length - 1];
  var arrival = numbers(data, 'arrival_h'), departure = numbers(data, 'departure_h'), co2e = numbers(data, 'co2e_kg_per_teu');
  var lows = [numbers(data, 'arrival_p10_h'), numbers(data, 'departure_p10_h')], highs = [numbers(data, 'arrival_p90_h'), numbers(data, 'departure_p90_h')];
  var paths = [steps(km, arrival, departure), steps(km, numbers(data, 'arrival_cny_per_teu'), numbers(data, 'departure_cny_per_teu')), steps(km, co2e, co2e)];
  var keys = ['arrival_h', 'arrival_cny_per_teu', 'co2e_kg_per_teu'];
  var whole = kHeights.reduce(function (sum, one) { return sum + one + kBetween; }, -kBetween);
  var made = frame(data, lang, theme, { height: whole, left: kLeft, right: kRight, above: kNames });
  var option = made.option, top = made.top, end = km.length - 1;
  option.grid = [];
  option.xAxis = [];
  option.yAxis = [];
  option.series = [band(highs[0].concat(highs[1]), steps(km, lows[0], lows[1]), steps(km, highs[0], highs[1]), theme)];
  kHeights.forEach(function (height, panel) {
    var column = data.columns[columnOf(data, keys[panel])];
    option.grid.push({ outerBoundsMode: 'none', left: kLeft, top: top, width: made.right - kLeft, height: height });
    addAxes(option, panel, data.columns[columnOf(data, 'km')], column, longest, lang, theme);
    option.series.push(guides(km, panel, theme), { type: 'line', data: paths[panel], symbol: 'none', silent: true, xAxisIndex: panel, yAxisIndex: panel,
      lineStyle: { color: theme.colours[panel === 0 ? 0 : panel + 2], width: 2.2 } });
    var unit = said(column.shown, lang);
    if (panel > 0) option.graphic.elements.push(line(said(column.name, lang) + (lang === 'zh' ? '（' + unit + '）' : ', ' + unit), kLeft + 8, top + 10, kSize, theme.ink, lang,
      { stroke: theme.paper, lineWidth: 3 }));
    top += height + kBetween;
  });
  option.series.push(stays(data, km, arrival, departure, theme), lastBand(longest, lows[1][end], highs[1][end], theme), observations(data, km, theme));
  addNames(data, km, departure.map(function (one, i) { return one - arrival[i]; }), made, lang, theme);
  return made;
}
