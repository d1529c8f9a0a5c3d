import { type ActionContext, type Connector, type OpenConnection, openContext } from '#sdk';
import type { Outbound } from '#sdk/outbound';

/** What a test says about a call; the rest has quiet defaults. */
export interface TestCall {
  connector: Connector;
  outbound: Outbound;
  connection?: OpenConnection;
  signal?: AbortSignal;
  idempotencyKey?: string;
}

/** The context that the runtime would build for this call. */
export function openTestContext(call: TestCall, input: unknown = {}): ActionContext {
  const { signal = new AbortController().signal, idempotencyKey = 'run-step-1' } = call;
  const { connector, connection, outbound } = call;
  return openContext(connector, connection, { input, signal, idempotencyKey, outbound });
}
