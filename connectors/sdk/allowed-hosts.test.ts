import { describe, expect, it } from 'vitest';

import { isAllowedHost, resolveAllowedHosts } from './allowed-hosts.ts';

describe('the hosts a credential may be sent to', () => {
  it.each([
    ['{config.url}', { url: 'https://a.example:8443/v1' }, 'https://a.example:8443'],
    ['{config.url}', { url: 'HTTPS://A.example/v1?x=1' }, 'https://a.example'],
    ['{config.tenant}.example.com', { tenant: 'acme' }, 'acme.example.com'],
    ['{config.url}', { url: 'https://' }, undefined],
    ['{config.url}', {}, undefined],
  ])('fills %s in from %o', (pattern, config, host) => {
    expect(resolveAllowedHosts([pattern], config as Record<string, string>)).toEqual(
      host ? [host] : [],
    );
  });

  it.each([
    ['https://a.example', 'https://a.example/x', true],
    ['https://a.example', 'http://a.example/x', false],
    ['https://a.example', 'https://a.example:8443/x', false],
    ['http://a.example:81', 'http://a.example:81/x', true],
    ['a.example', 'https://a.example/x', true],
    ['a.example', 'http://a.example/x', false],
    ['a.example', 'https://b.a.example/x', false],
    ['*.a.example', 'https://b.a.example/x', true],
    ['*.a.example', 'https://evila.example/x', false],
    ['*', 'http://anything.example/', true],
  ])('with %s allowed, decides about %s: %s', (host, url, allowed) => {
    expect(isAllowedHost(new URL(url), [host])).toBe(allowed);
  });
});
