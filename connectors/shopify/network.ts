import type { HttpFacts } from '#sdk';

import { errorRules } from './error-rules.ts';

/** Errors come in an answer of 200: those of the query, and those of what it wanted to change. */
export const facts: HttpFacts = {
  network: {
    baseUrl: 'https://{config.shop}.myshopify.com/admin/api/2026-01',
    allowedHosts: ['{config.shop}.myshopify.com'],
    limits: [{ requests: 4, perS: 1 }],
    answers: {
      failedWhen: [{ path: 'errors' }, { path: 'data.result.userErrors' }],
      code: 'errors.0.extensions.code',
      message: ['errors.0.message', 'data.result.userErrors.0.message', 'errors'],
    },
  },
  errors: errorRules,
};
