import { describe, expect, it } from 'vitest';

import { readSettings } from './settings.ts';

describe('the settings', () => {
  it('have a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      port: 4400,
      host: '127.0.0.1',
      databaseUrl: undefined,
      redisUrl: undefined,
      allowedPrivateHosts: [],
      leaseMs: 10_000,
    });
  });

  it('are read from the environment; an empty one counts as not set', () => {
    const env = {
      PORT: '',
      PUBLIC_URL: 'https://flows.example.com/',
      DATABASE_URL: '',
      ALLOWED_PRIVATE_HOSTS: ' 10.0.0.1, db.local ,',
      LEASE_MS: '2000',
    };
    expect(readSettings(env)).toMatchObject({
      port: 4400,
      publicUrl: 'https://flows.example.com',
      databaseUrl: undefined,
      allowedPrivateHosts: ['10.0.0.1', 'db.local'],
      leaseMs: 2000,
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['LEASE_MS', '10'],
    ['RUN_CONCURRENCY', '0'],
    ['EVALUATORS', 'two'],
  ])('refuse %s=%s in words', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(`${name} must be a whole number`);
  });
});
