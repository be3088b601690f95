import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** The pane's tokens keep Fluent's names in the source; in what is sent they are as short as can be. The simulator's script knows its own by name. */
function shortTokens(): Plugin {
  const names = new Map<string, string>();
  const short = (name: string): string => names.get(name) ?? names.set(name, `--${names.size.toString(36)}`).get(name)!;
  // What a sheet imports is put into it only later, with the long names.
  return {
    name: 'short-tokens',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') && !id.includes('/simulator/') && !code.includes('@import') ? code.replace(/--\w+/g, short) : null),
  };
}

// Paths count from this folder: npm runs its scripts here.
const common: UserConfig = {
  base: '/app/',
  publicDir: false,
  plugins: [shortTokens()],
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
    modulePreload: false,
    rolldownOptions: {
      input: {
        taskpane: 'word/taskpane.html',
        signIn: 'word/sign-in.html',
        simulator: 'simulator/index.html',
        simulatedOutlook: 'simulator/outlook/index.html',
        help: 'help.html',
      },
      // Microsoft's library under a name that says so: it comes only where a person signs in to Entra.
      output: { codeSplitting: { groups: [{ name: 'msal', test: /node_modules\/@azure/ }] } },
    },
  },
};

const alone = (name: string, page: string): UserConfig => ({
  ...pages,
  build: { ...pages.build, emptyOutDir: false, rolldownOptions: { ...pages.build!.rolldownOptions, input: { [name]: page } } },
});

// The overview page, opened in a browser without Office. Built by itself: what it shares with the pane must not cost the pane a file more.
const overview = alone('overview', 'overview/index.html');

// The Outlook pane by itself: nobody loads both panes, so that neither shall pay for parts that they share.
const outlook = alone('outlookPane', 'outlook/taskpane.html');

// The simulated Office.js: one classic script, since it stands where Microsoft's stands and has to be
// there before the pane's own module runs.
const office = (entry: string, outDir: string): UserConfig => ({
  ...common,
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry,
      formats: ['iife'],
      name: 'PartnerOfficeSimulatedOffice',
      fileName: () => 'office.js',
    },
  },
});

const modes: Record<string, UserConfig> = {
  outlook,
  overview,
  office: office('simulator/office.ts', '../wwwroot/app/simulator'),
  'office-outlook': office('simulator/outlook/office.ts', '../wwwroot/app/simulator/outlook'),
};

export default defineConfig(({ mode }) => modes[mode] ?? pages);
