import { problem, ProblemError } from '@patchbay/shared/base';
import type { Exchange } from '@patchbay/shared/testing';

import type { Dial, Http } from './http.ts';

/** Looks at the requests of one call, as the testing console does. */
export interface Watch {
  /** Gets every request with its answer; headers that carry a credential are masked already. */
  observe(exchange: Exchange): void;
  /** Shows the first request and stops there: nothing is sent. */
  hold?: boolean;
}

/** The same way out, watched. */
export function watchedOutbound(
  { http, dial }: { http: Http; dial: Dial },
  watch: Watch,
): { http: Http; dial: Dial } {
  return {
    http: { request: (request) => http.request({ ...request, watch }) },
    dial: (host, port) => watchedDial(dial, watch, { host, port }),
  };
}

/** What a held call ends with, in place of an answer. */
export function heldBack(): ProblemError {
  return new ProblemError(
    problem('cancelled', 'The request was not sent.', 'This is only a preview: press Send.'),
  );
}

// Other protocols than HTTP show where they connect to; what they say there is their own.
async function watchedDial(
  dial: Dial,
  watch: Watch,
  { host, port }: { host: string; port: number },
): ReturnType<Dial> {
  const startedAt = Date.now();
  const note = (sent: boolean): void =>
    watch.observe({
      method: 'CONNECT',
      url: `tcp://${host}:${port}`,
      headers: {},
      bytes: 0,
      sent,
      startedAt,
      ms: Date.now() - startedAt,
      reused: false,
      timeline: [],
    });
  if (watch.hold) {
    note(false);
    throw heldBack();
  }
  const found = await dial(host, port);
  note(true);
  return found;
}
