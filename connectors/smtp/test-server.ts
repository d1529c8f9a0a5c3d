import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A message as the server took it. */
export interface Delivered {
  from: string;
  to: string[];
  source: string;
  encrypted: boolean;
}

/** A real SMTP server on loopback. */
export interface TestServer {
  port: number;
  delivered: Delivered[];
  connections(): number;
  stop(): Promise<void>;
}

/** Starts a server that knows the user `ann` with the password `secret`. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<TestServer> {
  const delivered: Delivered[] = [];
  const server = new SMTPServer({
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'ann' && password === 'secret') return done(null, { user: 'ann' });
      done(Object.assign(new Error('Wrong user or password'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('busy')) done(answer(450, 'Try later'));
      else done(address.startsWith('unknown') ? answer(550, 'No such user') : undefined);
    },
    onData: (stream, session, done) => {
      void text(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        const to = rcptTo.map(({ address }) => address);
        delivered.push({ from, to, source, encrypted: session.secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    delivered,
    connections: () => server.connections.size,
    stop: () => new Promise((done) => server.close(done)),
  };
}

function answer(responseCode: number, says: string): Error {
  return Object.assign(new Error(says), { responseCode });
}
