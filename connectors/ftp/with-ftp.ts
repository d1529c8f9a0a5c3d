import type { Client } from 'basic-ftp';

import { type SocketContext, tlsOptions, useClient } from '#sdk';

import type { FtpConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const ANSWER_MS = 30_000;
const MOST_LISTING_BYTES = 5 * 1024 * 1024;
const SECURE = { explicit: true, implicit: 'implicit', none: false } as const;

/** The context of every action here. */
export type FtpContext = SocketContext<FtpConfig>;

/** Does work with a session that has signed in; it is closed in any case. */
export async function withFtp<Result>(
  ctx: FtpContext,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { host, port, security, verify, ca } = ctx.config;
  const { address } = await ctx.dial(host, port);
  // A server must not send us to another host for the data: that address nobody has checked.
  const limits = { allowSeparateTransferHost: false, maxListingBytes: MOST_LISTING_BYTES };
  const ftp = await import('basic-ftp');
  const client = new ftp.Client(ANSWER_MS, limits);
  const end = (): void => client.close();
  const use = { signal: ctx.signal, host: `${host}:${port}`, end, explain: explainError };
  return useClient(use, async () => {
    await client.access({
      host: address,
      port,
      ...ctx.credential?.fields,
      secure: SECURE[security],
      secureOptions: tlsOptions({ host, ca, verify }),
    });
    return work(client);
  });
}
