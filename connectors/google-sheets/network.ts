import type { HttpFacts } from '#sdk';

import { errorRules } from './error-rules.ts';

/** Where requests go; Drive stands on another host than the API itself. */
export const facts: HttpFacts = {
  network: {
    baseUrl: 'https://sheets.googleapis.com',
    allowedHosts: ['sheets.googleapis.com', 'www.googleapis.com'],
    limits: [{ requests: 60, perS: 60 }],
    answers: { code: 'error.status', message: 'error.message' },
  },
  errors: errorRules,
};
