import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The host stays the browser's: the API refuses what comes from another site.
const API = {
  target: process.env.PATCHBAY_API ?? 'http://127.0.0.1:4400',
  changeOrigin: false,
};

// Doors re-export whole rooms. Saying that our modules only declare things lets each page load just
// what it uses; those that do register something when loaded are the exceptions.
const DECLARES = /\/(shared\/src|studio\/src)\/.*\.tsx?$|\/node_modules\/jsonata\//;
const REGISTERS = /\/(main|monaco-[\w-]+|[\w-]+\.worker)\.tsx?$/;

// What every visit begins with travels in two files, of which updates of ours leave one as it is. In
// the many small ones it would be divided into otherwise, nothing could be compressed.
const tags: '$initial'[] = ['$initial'];
const FIRST = [
  { name: 'base', tags, test: /node_modules/, priority: 1 },
  { name: 'first', tags },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  build: {
    // light-dark() is used as it is; older targets would get a polyfill that breaks the theme switch.
    target: ['chrome125', 'firefox128', 'safari18'],
    chunkSizeWarningLimit: 4000,
    // As data in the style sheet a font would be refused by our own content policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: FIRST } },
      treeshake: { moduleSideEffects: (id) => !DECLARES.test(id) || REGISTERS.test(id) },
    },
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': API, '/hooks': API },
  },
});
