/**
 * The HTTP connector: any API that has no connector of its own. The credential of a connection goes
 * to the host of its base address and nowhere else.
 */
import {
  apiKeyAuth,
  basicAuth,
  bearerAuth,
  defineConnector,
  noAuth,
  readIcon,
  statusProblem,
} from '#sdk';

import { httpConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { request } from './request.ts';
import { resolveUrl } from './resolve-url.ts';

export const http = defineConnector({
  id: 'http',
  version: '1.0.0',
  name: 'HTTP',
  description: 'Call any HTTP API: send JSON, forms and files, and use what it answers.',
  categories: ['Core', 'Developer tools'],
  icon: { svg: readIcon(import.meta.dirname), color: '#2563eb' },
  releases: [{ version: '1.0.0', date: '2026-11-23', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.baseUrl}'] },
  config: httpConfig,
  auth: [
    noAuth(),
    bearerAuth(),
    basicAuth(),
    apiKeyAuth({ place: 'header', title: 'API key in a header' }),
    apiKeyAuth({ place: 'query', title: 'API key in the address' }),
  ],
  connectionOptional: true,
  actions: { request },
  errors: errorRules,
  test: async (ctx) => {
    const config = httpConfig.parse(ctx.config);
    if (!config.baseUrl && !config.testPath) return {};
    const url = resolveUrl(config.baseUrl, config.testPath);
    const { headers } = config;
    const answer = await ctx.http.request({ url, headers, redirects: 5, signal: ctx.signal });
    const failure = statusProblem(answer, errorRules);
    if (failure) throw failure;
    return { identity: `${new URL(answer.url).host} answered ${answer.status}` };
  },
});
