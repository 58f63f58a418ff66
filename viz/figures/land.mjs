// Makes viz/report/map/land.inc from Natural Earth's land (by way of the npm package world-atlas): the coast of the
// part of the earth that the map shows, simplified, no boundary of any kind. Run by hand: npm ci && npm run land.
import { readFileSync, writeFileSync } from 'node:fs';

const kBox = [-32, -22, 164, 80];  // West, south, east, north of what is kept, in degrees.
const kTolerance = 0.09, kSmallest = 0.12;  // Degrees; square degrees.

const topology = JSON.parse(readFileSync('node_modules/world-atlas/land-50m.json', 'utf8'));
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map(arc => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});
const ring = indices => indices.flatMap((i, n) => {
  const points = i < 0 ? arcs[~i].slice().reverse() : arcs[i];
  return n === 0 ? points : points.slice(1);
});

/** Sutherland and Hodgman's clipping at one edge of the box. */
function cut(points, axis, limit, keepsAbove) {
  const isIn = p => keepsAbove ? p[axis] >= limit : p[axis] <= limit;
  return points.flatMap((p, i) => {
    const before = points[(i + points.length - 1) % points.length];
    const share = (limit - before[axis]) / (p[axis] - before[axis]);
    const crossing = [0, 1].map(k => before[k] + share * (p[k] - before[k]));
    return isIn(p) ? (isIn(before) ? [p] : [crossing, p]) : (isIn(before) ? [crossing] : []);
  });
}
const clipped = points => cut(cut(cut(cut(points, 0, kBox[0], true), 0, kBox[2], false), 1, kBox[1], true), 1, kBox[3], false);

/** Douglas and Peucker's simplification. */
function simplified(points) {
  if (points.length < 3) return points;
  const [a, b] = [points[0], points[points.length - 1]];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let far = 0, at = 0;
  for (let i = 1; i < points.length - 1; ++i) {
    const p = points[i];
    const d = length === 0 ? Math.hypot(p[0] - a[0], p[1] - a[1])
      : Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
    if (d > far) [far, at] = [d, i];
  }
  if (far <= kTolerance) return [a, b];
  return simplified(points.slice(0, at + 1)).concat(simplified(points.slice(at)).slice(1));
}
const area = points => Math.abs(points.reduce((sum, p, i) => {
  const q = points[(i + 1) % points.length];
  return sum + p[0] * q[1] - q[0] * p[1];
}, 0)) / 2;

const rings = topology.objects.land.geometries.flatMap(g => g.type === 'Polygon' ? [g.arcs] : g.arcs)
  .flatMap(polygon => polygon.map(ring)).map(clipped).filter(points => points.length > 2 && area(points) > kSmallest)
  .map(simplified).filter(points => points.length > 3);
const lines = rings.map(points => {
  let x = 0, y = 0;
  return points.map(p => {
    const [u, v] = [Math.round(p[0] * 100), Math.round(p[1] * 100)];
    const text = `${u - x},${v - y}`;
    [x, y] = [u, v];
    return text;
  }).join(' ');
});
const head = '// Coast of Europe, Asia and Africa: Natural Earth 1:50m land (public domain), made by viz/figures/land.mjs.\n' +
  '// A ring a line: steps of longitude, latitude in hundredths of a degree, from 0, 0.\n';
writeFileSync('../report/map/land.inc', head + `R"land(${lines.join('\n')}\n)land"\n`);
console.log(rings.length, 'rings', rings.reduce((n, r) => n + r.length, 0), 'points');
