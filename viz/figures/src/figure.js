// Which definition draws which kind of figure.
import { themes } from './theme.js';
import { bars } from './kinds/bars.js';
import { ecdf } from './kinds/ecdf.js';
import { forest } from './kinds/forest.js';
import { heat } from './kinds/heat.js';
import { process } from './kinds/process.js';
import { sankey } from './kinds/sankey.js';
import { stack } from './kinds/stack.js';
import { tcd } from './kinds/tcd.js';
import { timeline } from './kinds/timeline.js';
import { trains } from './kinds/trains.js';

/** @typedef {import('./types.js').FigureData} FigureData */
/** @typedef {import('./types.js').Drawing} Drawing */
/** @typedef {import('./types.js').Definition} Definition */

/** @type {{[kind: string]: Definition}} */
var kinds = { bars: bars, ecdf: ecdf, forest: forest, heat: heat, process: process, sankey: sankey, stack: stack, tcd: tcd, timeline: timeline,
  trains: trains };

/**
 * A pure function of its arguments.
 * @param {string} kind
 * @param {FigureData} data
 * @param {import('./types.js').Language} lang
 * @param {'light' | 'dark'} theme
 * @returns {Drawing}
 */
export function figure(kind, data, lang, theme) {
  var definition = kinds[kind];
  if (!definition) throw new Error('no figure of the kind ' + kind);
  return definition(data, lang, themes[theme]);
}
