import type { HttpFacts } from '#sdk';

import { errorRules } from './error-rules.ts';

/** Graph as all requests meet it; the choices by code need it beside the manifest. */
export const facts: HttpFacts = {
  network: {
    baseUrl: 'https://graph.microsoft.com/v1.0',
    allowedHosts: ['graph.microsoft.com'],
    limits: [{ requests: 1500, perS: 10 }],
    answers: { code: 'error.code', message: 'error.message' },
  },
  errors: errorRules,
};
