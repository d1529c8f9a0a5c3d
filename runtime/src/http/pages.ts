import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { compress } from 'hono/compress';

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * Our pages open windows at other sites and know them; nobody who opened one of ours knows it. Only
 * `comesBack`, where such a window returns to, stays tied to the page that opened it, so that it can
 * be closed.
 */
function openerPolicy(path: string, comesBack: string): string {
  return path === comesBack ? 'unsafe-none' : 'same-origin-allow-popups';
}

/** Serves the built studio; every address that is no file is a page of it. */
export function servePages(app: Hono, dist: string, comesBack: string): void {
  const page = (): string =>
    existsSync(join(dist, 'index.html')) ? readFileSync(join(dist, 'index.html'), 'utf8') : MISSING;
  app.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    c.header('cross-origin-opener-policy', openerPolicy(c.req.path, comesBack));
  });
  if (existsSync(dist)) serveFiles(app, dist);
  app.get('*', (c) => c.html(page(), 200, { 'cache-control': 'no-cache' }));
}

/** The built files; those whose names hold a hash are kept by browsers for good. */
function serveFiles(app: Hono, dist: string): void {
  app.use('/assets/*', compress());
  app.use(
    '/assets/*',
    serveStatic({
      root: dist,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('/assets/*', (c) => c.text('There is no such file.', 404));
  app.use('*', serveStatic({ root: dist, index: 'none' }));
}

const MISSING =
  '<!doctype html><title>Patchbay</title><p>The studio is not built. Run "npm run build -w studio" and reload.</p>';
