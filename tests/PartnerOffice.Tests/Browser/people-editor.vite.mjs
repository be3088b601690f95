// The editor of the own people alone, as one script and one style sheet, for the test that looks at it without the page round it.
const [panes, outDir] = [process.env.PANES, process.env.OUT];
export default {
  root: panes,
  publicDir: false,
  logLevel: 'error',
  build: { outDir, emptyOutDir: true, target: 'es2022', lib: { entry: `${panes}/people/editor.ts`, formats: ['es'], fileName: () => 'editor.js', cssFileName: 'editor' } },
};
