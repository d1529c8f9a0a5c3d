import {
  type ActionContext,
  type Connector,
  type Http,
  type OpenConnection,
  openContext,
} from '#sdk';
import type { Outbound } from '#sdk/outbound';

/** What a test says about a call; the rest has quiet defaults. */
export interface TestCall {
  connector: Connector;
  outbound: Outbound;
  connection?: OpenConnection;
  signal?: AbortSignal;
  idempotencyKey?: string;
  dryRun?: boolean;
  /** Servers of the test that stand in for origins on the net: `{ 'https://api.x.com': peer.url }`. */
  peers?: Record<string, string>;
}

/** The context that the runtime would build for this call. */
export function openTestContext(call: TestCall, input: unknown = {}): ActionContext {
  const { signal = new AbortController().signal, idempotencyKey = 'run-step-1' } = call;
  const { connector, connection, dryRun, peers = {} } = call;
  const outbound = { ...call.outbound, http: sentTo(peers, call.outbound.http) };
  return openContext(connector, connection, { input, signal, idempotencyKey, outbound, dryRun });
}

/** Sends what is meant for an origin to its stand-in; the header `x-meant-for` tells the origin. */
function sentTo(peers: Record<string, string>, http: Http): Http {
  return {
    request: async (request) => {
      const { origin } = new URL(request.url);
      const peer = peers[origin];
      if (peer === undefined) return http.request(request);
      const url = peer + request.url.slice(origin.length);
      const headers = { ...request.headers, 'x-meant-for': origin };
      const answer = await http.request({ ...request, url, headers });
      return { ...answer, url: answer.url.replace(peer, origin) };
    },
  };
}
