// What ECharts expects of its host and Duktape lacks: timers (never needed: nothing moves in a printed figure), a
// global object by its old name, sorting of typed arrays.
/** @type {any} */
var root = Function('return this')();
root.global = root;
root.setTimeout = root.setTimeout || function () { return 0; };
root.clearTimeout = root.clearTimeout || function () {};

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
