import type { HttpFacts } from '#sdk';

import { errorRules } from './error-rules.ts';

/** The sandbox has an own host; answers are XML unless JSON is asked for. */
export const facts: HttpFacts = {
  network: {
    baseUrl: 'https://{config.host}/v3/company/{account.realmId}',
    allowedHosts: ['quickbooks.api.intuit.com', 'sandbox-quickbooks.api.intuit.com'],
    headers: { Accept: 'application/json' },
    limits: [{ requests: 500, perS: 60 }],
    answers: {
      code: ['Fault.Error.0.code', 'fault.error.0.code'],
      message: [
        'Fault.Error.0.Detail',
        'Fault.Error.0.Message',
        'fault.error.0.detail',
        'fault.error.0.message',
      ],
    },
  },
  errors: errorRules,
};
