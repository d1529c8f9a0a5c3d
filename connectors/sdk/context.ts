import type { JsonObject } from '@patchbay/shared/base';

import type { Dial, Http } from './http.ts';
import type { Programs } from './programs.ts';

/** Which auth scheme a connection uses, and the opened values of its fields. */
export interface Credential {
  scheme: string;
  fields: Record<string, string>;
}

/** Writes to the step's log. Secrets are redacted by the runtime; do not rely on it. */
export type Log = (message: string, facts?: JsonObject) => void;

/** Everything an action may use. There is no other way out of an action. */
export interface ActionContext<Input = unknown, Config = JsonObject> {
  /** Checked against the action's schema, defaults filled in. */
  input: Input;
  /** The connection's settings, checked, defaults filled in. */
  config: Config;
  /** What the provider said of the account when it gave the token; never a secret. */
  account: Record<string, string>;
  /** Already authorised: the credential is added on the way out. */
  http: Http;
  /** Only for connectors with a `custom` scheme, whose protocol is not HTTP. */
  credential: Credential | undefined;
  /** Identifies the connection, for pools; undefined when there is none. */
  connectionId: string | undefined;
  /** Aborts when the step times out or is cancelled. */
  signal: AbortSignal;
  /** The same for every attempt of one step. */
  idempotencyKey: string;
  /** Go through everything and keep nothing; only for actions whose effects say `dryRun`. */
  dryRun: boolean;
  log: Log;
  dial: Dial;
  /** MCP servers that the operator allows to be started. */
  programs: Programs;
  /** Only while a trigger registers or removes its address at the provider. */
  webhook?: WebhookRegistration;
}

/** What a client needs that speaks its own protocol, in one session for each step. */
export type SocketContext<Config> = Pick<
  ActionContext<unknown, Config>,
  'config' | 'credential' | 'dial' | 'signal'
>;

/** Where a provider is to send its events. */
export interface WebhookRegistration {
  url: string;
  secret: string;
  /** What the provider called the registration. */
  id?: string;
  /** Another one each time it is registered. */
  attempt: string;
  /** ISO time until which it is asked for, where the trigger says how long. */
  expires?: string;
}
