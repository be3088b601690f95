import { defineConfig, type UserConfig } from 'vite';

// Paths count from this folder: npm runs its scripts here.
const common: UserConfig = {
  base: '/app/',
  publicDir: false,
};

// The pages: each one entry, each with its own script and style sheet.
const pages: UserConfig = {
  ...common,
  build: {
    outDir: '../wwwroot/app',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: addresses, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        taskpane: 'word/taskpane.html',
        signIn: 'word/sign-in.html',
        simulator: 'simulator/index.html',
      },
    },
  },
};

// The simulated Office.js: one classic script, since it stands where Microsoft's stands and has to be
// there before the pane's own module runs.
const office: UserConfig = {
  ...common,
  build: {
    outDir: '../wwwroot/app/simulator',
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: 'simulator/office.ts',
      formats: ['iife'],
      name: 'PartnerOfficeSimulatedOffice',
      fileName: () => 'office.js',
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'office' ? office : pages));
