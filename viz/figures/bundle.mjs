// Makes one ES5 file of the figure definitions and the parts of ECharts they use: node bundle.mjs OUT [SOURCE].
// Syntax is left as it is: Duktape does not read all that the minifier would make of it.
import { build } from 'esbuild';

const [out = 'figures.js', source = 'src/main.js'] = process.argv.slice(2);
await build({
  entryPoints: [source], nodePaths: (process.env.NODE_PATH || '').split(':').filter(Boolean), outfile: out, bundle: true, format: 'iife', globalName: 'figures', target: 'es5',
  minifyWhitespace: true, minifyIdentifiers: true, legalComments: 'none', charset: 'ascii', logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' }
});
