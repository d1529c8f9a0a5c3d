import { execFileSync } from 'node:child_process';

import { curlOf, type Exchange } from '@patchbay/shared/testing';
import { describe, expect, it } from 'vitest';

const exchange: Exchange = {
  method: 'POST',
  url: `https://api.test/a?q='"$(x)"&key=[secret]`,
  headers: { authorization: 'Bearer [secret]', 'x-plain': 'it`s $HOME', 'user-agent': 'Patchbay' },
  body: `{"text":"don't \\n $PATH"}`,
  bytes: 1,
  sent: true,
  startedAt: 0,
  ms: 1,
  reused: false,
  timeline: [],
};

describe('a request as curl', () => {
  it('reaches curl through a shell as it was, with the secret from the environment', () => {
    const script = `curl() { printf '%s\\0' "$@"; }\n${curlOf(exchange)}`;
    const shell = execFileSync('sh', ['-c', script], { env: { SECRET: 's3', HOME: '/x' } });
    expect(shell.toString().split('\0').slice(0, -1)).toEqual([
      '-X',
      'POST',
      `https://api.test/a?q='"$(x)"&key=s3`,
      '-H',
      'authorization: Bearer s3',
      '-H',
      'x-plain: it`s $HOME',
      '--data-raw',
      exchange.body,
    ]);
  });
});
