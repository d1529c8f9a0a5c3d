import { describe, expect, it } from 'vitest';

import { resolveUrl } from './resolve-url.ts';

describe('resolveUrl', () => {
  it.each([
    ['', 'https://a.example/b', 'https://a.example/b'],
    ['https://x.example/v1', 'https://a.example/b', 'https://a.example/b'],
    ['https://x.example/v1', '/users', 'https://x.example/v1/users'],
    ['https://x.example/v1/', 'users', 'https://x.example/v1/users'],
    ['https://x.example', 'users?a=b?c', 'https://x.example/users?a=b?c'],
    ['https://x.example/v1?k=1', '/users?a=2', 'https://x.example/v1/users?k=1&a=2'],
    ['https://x.example/v1', '', 'https://x.example/v1'],
    ['https://x.example/v1', '?a=1', 'https://x.example/v1?a=1'],
  ])('joins "%s" and "%s"', (base, url, whole) => {
    expect(resolveUrl(base, url)).toBe(whole);
  });

  it('does not take a path without a base, nor an address without a scheme', () => {
    expect(() => resolveUrl('', '/users')).toThrow(/only a path/);
    expect(() => resolveUrl('https://x.example', '//evil.example/')).toThrow(/https/);
  });
});
