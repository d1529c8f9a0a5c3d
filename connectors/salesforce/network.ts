import type { HttpFacts } from '#sdk';

import { errorRules } from './error-rules.ts';

/** Every organisation has an own host, which the sign-in tells. */
export const facts: HttpFacts = {
  network: {
    baseUrl: '{account.instance_url}/services/data/v62.0',
    allowedHosts: ['*.salesforce.com', '*.force.com'],
    limits: [{ requests: 25, perS: 1 }],
    answers: { code: '0.errorCode', message: '0.message' },
  },
  errors: errorRules,
};
