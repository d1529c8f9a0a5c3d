import type { JsonObject } from '@patchbay/shared/base';
import { problem, ProblemError } from '@patchbay/shared/base';

import { resolveAllowedHosts } from './allowed-hosts.ts';
import { authorisedHttp } from './authorised-http.ts';
import type { ActionContext, Log } from './context.ts';
import type { Connector } from './define-connector.ts';
import type { Dial, Http } from './http.ts';
import type { Programs } from './programs.ts';
import { stepKey } from './step-key.ts';
import { type Watch, watchedOutbound } from './watch.ts';

/** A connection with its secret opened. Lives for one call. */
export interface OpenConnection {
  id: string;
  /** The id of one of the connector's auth schemes. */
  scheme: string;
  config: JsonObject;
  /** The values of the scheme's fields, secret ones included. */
  fields: Record<string, string>;
  /** What the provider said of the account with its token. */
  account?: Record<string, string>;
  /** Gets new fields when the ones above are refused. */
  renew?: () => Promise<Record<string, string> | undefined>;
}

/** What a call needs beside the connector and the connection. */
export interface CallParts {
  input: unknown;
  signal: AbortSignal;
  idempotencyKey: string;
  outbound: { http: Http; dial: Dial; programs?: Programs };
  log?: Log;
  /** Looks at the requests of the call. */
  watch?: Watch;
  /** Only for actions whose effects say so. */
  dryRun?: boolean;
}

/**
 * The context of one call: the credential goes into `http`, and to the connector's own code only
 * with a `custom` scheme. `connection` may be undefined when the connector allows that.
 */
export function openContext(
  connector: Connector,
  connection: OpenConnection | undefined,
  call: CallParts,
): ActionContext {
  const { input, signal, outbound, watch } = call;
  const idempotencyKey = stepKey(call.idempotencyKey);
  const { log = () => undefined, dryRun = false } = call;
  const { programs = {} } = outbound;
  const { http, dial } = watch ? watchedOutbound(outbound, watch) : outbound;
  const common = { input, signal, idempotencyKey, dial, programs, dryRun, log };
  if (!connection) {
    if (!connector.manifest.connectionOptional) throw connectionMissing(connector.manifest.name);
    const none = { credential: undefined, connectionId: undefined };
    return { ...common, http, config: {}, account: {}, ...none };
  }
  const { config, fields, id, account = {}, renew } = connection;
  const scheme = connector.manifest.auth.find((one) => one.id === connection.scheme);
  if (!scheme) throw schemeMissing(connector.manifest.name, connection.scheme);
  const allowedHosts = resolveAllowedHosts(connector.manifest.network.allowedHosts, config);
  const credential = scheme.type === 'custom' ? { scheme: scheme.id, fields } : undefined;
  const sign = connector.sign[scheme.id];
  const authorised = authorisedHttp(http, { scheme, fields, config, allowedHosts, sign, renew });
  return { ...common, http: authorised, config, account, credential, connectionId: id };
}

function connectionMissing(name: string): ProblemError {
  return new ProblemError(
    problem('invalid_input', `This step needs a connection to ${name}.`, {
      hint: 'Choose a connection in the step, or create one.',
      at: { field: 'connection' },
    }),
  );
}

function schemeMissing(name: string, scheme: string): ProblemError {
  const message = `${name} does not know the way to sign in "${scheme}".`;
  return new ProblemError(problem('invalid_input', message, 'Open the connection and choose one.'));
}
