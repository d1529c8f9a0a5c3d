import { describe, expect, it } from 'vitest';

import { parseAllowList } from './allow-list.ts';

const list = parseAllowList([
  '127.0.0.1:5432',
  '10.0.0.0/8',
  ' crm.internal ',
  '*.corp:443',
  '[::1]:80',
  'fd00::/8',
  '',
]);

describe('parseAllowList', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1', 5432, true],
    ['127.0.0.1', '127.0.0.1', 6379, false],
    ['localhost', '127.0.0.1', 5432, true],
    ['mapped', '::ffff:127.0.0.1', 5432, true],
    ['anything', '10.200.1.1', 1, true],
    ['anything', '11.0.0.1', 1, false],
    ['CRM.internal', '192.168.1.1', 8080, true],
    ['crm.internal.', '192.168.1.1', 8080, true],
    ['evil-crm.internal', '192.168.1.1', 8080, false],
    ['wiki.corp', '172.16.0.1', 443, true],
    ['wiki.corp', '172.16.0.1', 80, false],
    ['corp', '172.16.0.1', 443, false],
    ['::1', '::1', 80, true],
    ['::1', '::1', 81, false],
    ['v6', 'fd12::1', 9, true],
  ])('decides about %s at %s port %i: %s', (host, address, port, allowed) => {
    expect(list.allows({ host, address, port })).toBe(allowed);
  });

  it.each(['http://crm', 'a b', '10.0.0.0/99', '-/-'])('says what is wrong with "%s"', (entry) => {
    expect(() => parseAllowList([entry])).toThrow(/ALLOWED_PRIVATE_HOSTS/);
  });
});
