import type { HttpFacts } from '#sdk';

import { errorRules } from './error-rules.ts';

/** The sandbox has an own host. An error names its cause first in its details. */
export const facts: HttpFacts = {
  network: {
    baseUrl: 'https://{config.host}',
    allowedHosts: ['api-m.paypal.com', 'api-m.sandbox.paypal.com'],
    limits: [{ requests: 30, perS: 1 }],
    answers: {
      code: ['details.0.issue', 'name', 'error'],
      message: ['details.0.description', 'message', 'error_description'],
    },
  },
  errors: errorRules,
};
