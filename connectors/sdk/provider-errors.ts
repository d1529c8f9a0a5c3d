import type { ErrorRule } from '@patchbay/shared/catalog';

const QUOTA = {
  title: 'Too many requests',
  hint: 'Patchbay waits and tries again; let the trigger look less often if it stays.',
};

/**
 * What the answers of a Google API mean: what all of them say, and between that what this one says.
 * `api` is what must be enabled, `library` its name in the console.
 */
export function googleErrors(
  { api, library }: { api: string; library: string },
  own: ErrorRule[],
): ErrorRule[] {
  return [
    {
      when: { status: [401] },
      title: 'Signed out',
      hint: 'Open the connection and sign in with Google again.',
    },
    ...['rateLimitExceeded', 'userRateLimitExceeded'].map((code) => ({
      when: { status: [403], code },
      ...QUOTA,
      kind: 'rate_limited' as const,
    })),
    {
      when: { status: [403], code: 'dailyLimitExceeded' },
      title: 'Quota of the day used up',
      hint: 'It starts again at midnight in California. Ask Google for more in the Cloud project.',
    },
    {
      when: { status: [403], says: 'has not been used' },
      title: 'API not enabled',
      hint: `Enable ${api} in the Cloud project of the OAuth client, wait a minute, then try again.`,
      link: `https://console.cloud.google.com/apis/library/${library}`,
    },
    // Where a refusal has another cause as a rule, the missing right is known by its words.
    ...(covers(own, 403)
      ? [{ when: { status: [403], says: 'insufficient authentication scopes' }, ...RIGHT_MISSING }]
      : []),
    ...own,
    ...remaining(own, [
      { when: { status: [403] }, ...RIGHT_MISSING },
      { when: { status: [429] }, ...QUOTA },
    ]),
  ];
}

const RIGHT_MISSING = {
  title: 'Right not granted',
  hint: 'Open the connection, sign in again and tick all the rights that are asked for.',
};

/** What the answers of Microsoft Graph mean: what this part of it says, and what all of it says. */
export function microsoftErrors(own: ErrorRule[]): ErrorRule[] {
  return [
    {
      when: { status: [401] },
      title: 'Signed out',
      hint: 'Open the connection and sign in with Microsoft again.',
    },
    ...own,
    ...remaining(own, [
      {
        when: { status: [403] },
        title: 'Right not granted',
        hint: 'Sign in again with the rights that are asked for; an administrator may have to consent first.',
      },
      { when: { status: [429] }, title: QUOTA.title, hint: 'Patchbay waits and tries again.' },
      {
        when: { status: [502, 503, 504] },
        title: 'Microsoft Graph is in trouble',
        hint: 'Patchbay tries again. If it stays, look at the service health in the admin center.',
      },
    ]),
  ];
}

/** The general rules that an own one does not cover already. */
function remaining(own: ErrorRule[], general: ErrorRule[]): ErrorRule[] {
  return general.filter(({ when }) => !when.status?.every((status) => covers(own, status)));
}

function covers(own: ErrorRule[], status: number): boolean {
  return own.some(
    ({ when }) =>
      when.status?.includes(status) && when.code === undefined && when.says === undefined,
  );
}
