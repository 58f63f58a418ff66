// What the program calls: one figure's data in, one SVG out.
import './host.js';
import { init, use } from 'echarts/core';
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, VisualMapContinuousComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';
import { figure } from './figure.js';
import { fonts } from './theme.js';

use([BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart, GraphicComponent, GridComponent,
  VisualMapContinuousComponent, SVGRenderer]);

/**
 * @param {string} json a FigureData
 * @param {import('./types.js').Language} lang
 * @param {'light' | 'dark'} theme
 * @returns {string} SVG
 */
export function draw(json, lang, theme) {
  var data = JSON.parse(json);
  data.columns.forEach(function (/** @type {any} */ column) { column.per = column.per[lang]; });
  var drawing = figure(data.kind, data, lang, theme);
  var chart = init(null, null, { renderer: 'svg', ssr: true, width: drawing.width, height: drawing.height });
  try {
    chart.setOption(drawing.option);
    return mended(chart.renderToSVGString(), data.id.replace(/[^\w]/g, '_') + '-' + lang, fonts[lang]);
  } finally {
    chart.dispose();
  }
}

/**
 * Not all readers of SVG know dominant-baseline: a shift says the same to all. Names inside the drawing get the name of
 * the figure, so that several may stand on one page; what is for a mouse goes, the font is said once, and places are
 * told to a tenth of a pixel.
 * @param {string} svg
 * @param {string} name
 * @param {string} font
 * @returns {string}
 */
function mended(svg, name, font) {
  return svg.replace(/<style[\s\S]*?<\/style>/g, '').replace(/ class="[^"]*"/g, '').replace(/ pointer-events="visible"/g, '')
    .replace(/dominant-baseline="central"/g, 'dy="0.35em"')
    .replace(/font-family:[^;"]*;?/g, '').replace(/ style=""/g, '').replace(/ xml:space="preserve"/g, '')
    .replace(/(id="|url\(#|href="#)zr\d+-/g, '$1' + name + '-')
    .replace(/<[^>]+>/g, function (tag) { return tag.replace(/(\.\d)\d+/g, '$1'); }).replace(/<\/(?:path|rect|circle|line)>/g, '').replace(/(<(?:path|rect|circle|line) [^>]*[^\/])>/g, '$1/>')
    .replace('<svg ', '<svg font-family="' + font + '" ');
}
