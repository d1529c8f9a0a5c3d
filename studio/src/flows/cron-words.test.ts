import { expect, test } from 'vitest';

import { cronWords } from './cron-words.ts';

test.each([
  ['0 9 * * 1-5', 'Workdays at 9:00'],
  ['5 7 * * *', 'Every day at 7:05'],
  ['30 18 * * 0', 'Sundays at 18:30'],
  ['30 18 * * 7', 'Sundays at 18:30'],
  ['0 6 1 * *', 'On day 1 of the month at 6:00'],
  ['0 * * * *', 'Every hour'],
  ['*/15 * * * *', 'Every 15 minutes'],
])('%j is %j', (cron, words) => {
  expect(cronWords(cron)).toBe(words);
});

test.each(['*/7 * * * *', '0 9 1 * 1', '0 9 * 2 *', '0 0 9 * * *', '0 9-17 * * *', 'soon', ''])(
  'what it has no words for stays as it is: %j',
  (cron) => {
    expect(cronWords(cron)).toBe(cron);
  },
);
