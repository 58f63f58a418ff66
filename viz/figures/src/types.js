// The shapes that figure definitions share; see docs/guides/report.md.

/** @typedef {'zh' | 'en'} Language */
/** @typedef {{zh: string, en: string}} Text */
/** @typedef {{value: number, ci95: [number, number] | null, n: number}} Measure */
/** @typedef {null | number | string | Text | Measure} Cell */
/** @typedef {{key: string, name: Text, unit: string, shown: Text, per: number}} Column */
/**
 * @typedef {object} FigureData
 * @property {string} id
 * @property {string} kind which definition draws it
 * @property {Text} title
 * @property {Text} caption drawn under the plot if it is not empty
 * @property {number} digits significant digits that labels may quote
 * @property {Text} note one line under the figure: replications, interval, scenario
 * @property {Column[]} columns
 * @property {Cell[][]} rows
 */
/**
 * @typedef {object} Theme
 * @property {string} ink
 * @property {string} faint text of lesser weight
 * @property {string} line grid lines
 * @property {string} paper
 * @property {string[]} colours
 * @property {number} band opacity of bands
 */
/** @typedef {{option: any, width: number, height: number}} Drawing */

/** @typedef {(data: FigureData, lang: Language, theme: Theme) => Drawing} Definition */

export {};
