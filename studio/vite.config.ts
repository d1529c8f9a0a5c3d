import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.PATCHBAY_API ?? 'http://127.0.0.1:4400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  // light-dark() and nesting are used as they are; older targets would get a polyfill that breaks the theme switch.
  build: { target: ['chrome125', 'firefox128', 'safari18'], chunkSizeWarningLimit: 4000 },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': API, '/hooks': API },
  },
});
