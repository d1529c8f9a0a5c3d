import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The bare server that every figure is compared with: it parses JSON and sends it back. */
const app = new Hono();
app.post('/', async (c) => c.json(await c.req.json()));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
);
