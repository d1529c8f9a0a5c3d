import { lookup } from 'node:dns';
import { isIP } from 'node:net';

import { problem, ProblemError } from '@patchbay/shared/base';

import { networkProblem } from '#sdk';

import { addressKind } from './address.ts';
import type { AllowList } from './allow-list.ts';

/** An address that a name resolved to. */
export interface Resolved {
  address: string;
  family: number;
}

/** Node's `dns.lookup` with `all: true`; a test gives its own. */
export type Lookup = (
  host: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: Resolved[]) => void,
) => void;

/** Resolves a host to addresses that may be dialled; throws `address_blocked` or `unavailable`. */
export type CheckAddress = (host: string, port: number) => Promise<Resolved[]>;

/**
 * Makes the check. One forbidden address among several refuses the name: a mixed answer is how an
 * attacker lets the first request pass and the second one in.
 */
export function createAddressCheck(allowed: AllowList, resolver: Lookup = lookup): CheckAddress {
  return async (name, port) => {
    const host = name.replace(/^\[|\]$/g, '');
    const found = await resolve(host, resolver);
    for (const { address } of found) {
      const kind = addressKind(address);
      if (kind && !allowed.allows({ host, address, port })) throw blocked(host, port, kind);
    }
    return found;
  };
}

function resolve(host: string, resolver: Lookup): Promise<Resolved[]> {
  const family = isIP(host);
  if (family !== 0) return Promise.resolve([{ address: host, family }]);
  return new Promise((done, reject) => {
    resolver(host, { all: true }, (error, addresses) => {
      if (!error && addresses.length > 0) return done(addresses);
      const reason = error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' });
      reject(new ProblemError(networkProblem(reason, host) ?? unresolved(host)));
    });
  });
}

function unresolved(host: string): ReturnType<typeof problem> {
  return problem('unavailable', `The name ${host} cannot be resolved.`, 'Check the host.');
}

// The message does not name the address: what a private name resolves to is nobody's business.
function blocked(host: string, port: number, kind: string): ProblemError {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new ProblemError(
    problem(
      'address_blocked',
      `${host} is not a public address (${words}), so it was not called.`,
      {
        hint: `If this system is meant to be reached, the operator adds it: ALLOWED_PRIVATE_HOSTS=${address}`,
        details: { host, port },
      },
    ),
  );
}
