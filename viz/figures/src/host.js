// What ECharts expects of its host and Duktape lacks: timers (never needed: nothing moves in a printed figure), a
// global object by its old name, sorting of typed arrays, and sorting that leaves equal elements in their order: its own
// draws pivots by chance, so that the same data would not always give the same drawing.
/** @type {any} */
var root = Function('return this')();
root.global = root;
root.setTimeout = root.setTimeout || function () { return 0; };
root.clearTimeout = root.clearTimeout || function () {};

/**
 * Sorts by merging; undefined goes last, as ECMAScript 2019 has it.
 * @this {any[]}
 * @param {(a: any, b: any) => number} [order]
 */
function stable(order) {
  /** @param {any} a @param {any} b */
  function byText(a, b) { return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0; }
  var compare = order || byText, rest = 0, from = [], into = [];
  for (var i = 0; i < this.length; i++) this[i] === undefined ? rest++ : from.push(this[i]);
  for (var width = 1; width < from.length; width *= 2, from = into, into = []) {
    for (var begin = 0; begin < from.length; begin += 2 * width) {
      var a = begin, middle = Math.min(begin + width, from.length), b = middle;
      var end = Math.min(begin + 2 * width, from.length);
      while (a < middle || b < end) into.push(b >= end || (a < middle && compare(from[a], from[b]) <= 0) ? from[a++] : from[b++]);
    }
  }
  for (var j = 0; j < this.length; j++) this[j] = j < from.length ? from[j] : undefined;
  return this;
}
Object.defineProperty(Array.prototype, 'sort', { value: stable, writable: true, configurable: true });

/**
 * @this {any}
 * @param {(a: number, b: number) => number} [order]
 */
function sort(order) {
  var sorted = Array.prototype.slice.call(this).sort(order || function (a, b) { return a - b; });
  for (var i = 0; i < sorted.length; i++) this[i] = sorted[i];
  return this;
}

['Float32Array', 'Float64Array', 'Int32Array', 'Uint32Array', 'Uint16Array'].forEach(function (name) {
  var array = root[name];
  if (array && !array.prototype.sort) array.prototype.sort = sort;
});
