import { createServer } from 'node:net';

// Below 32768, because Linux hands out the ports above as source ports of outgoing connections: one
// of those can take the port between our look and the server's own listen.
const FIRST = 15_000;
const LAST = 32_000;

/** A TCP port on 127.0.0.1 that nothing listens on now. The caller still has to cope with a race. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
