import { problem } from '@patchbay/shared/base';
import {
  authorizeConnection,
  getAttempt,
  type AuthorizeAttempt,
} from '@patchbay/shared/connections';

import { call, currentProject } from '#lib';

const WINDOW = 'patchbay-authorize';
const ASK_MS = 1000;
const STARTED_IN = 'patchbay.authorizing';

/** The project this window left for the provider: all come back to one address, outside of any. */
export function projectBefore(): string | undefined {
  return sessionStorage.getItem(STARTED_IN) ?? undefined;
}

/** True in the small window that an authorization was opened in. */
export function isAuthorizeWindow(): boolean {
  return window.name === WINDOW;
}

/**
 * Opens the provider in a window of its own and waits for the way back. Call it straight from the
 * click, or the browser blocks the window; then this page itself goes there.
 */
export async function authorizeAtProvider(
  id: string,
  scopes: string[],
  signal: AbortSignal,
): Promise<AuthorizeAttempt> {
  const popup = window.open('', WINDOW, 'popup,width=640,height=780');
  try {
    const started = await call(authorizeConnection, { params: { id }, body: { scopes } });
    if (popup) popup.location.href = started.url;
    else {
      sessionStorage.setItem(STARTED_IN, currentProject);
      window.location.assign(started.url);
    }
    return await untilEnded(started.attempt, signal);
  } finally {
    popup?.close();
  }
}

/**
 * Asks until the attempt has ended. Whether the window is still open says nothing: providers that
 * isolate their pages make it look closed from here.
 */
export async function untilEnded(
  id: string,
  signal: AbortSignal,
  everyMs = ASK_MS,
): Promise<AuthorizeAttempt> {
  while (!signal.aborted) {
    await pause(everyMs, signal);
    const attempt = await call(getAttempt, { params: { id } });
    if (attempt.state !== 'open') return attempt;
  }
  const hint = 'Authorize again when you are ready.';
  const why = problem('cancelled', 'The authorization was not finished.', hint);
  return { id, connection: '', state: 'failed', problem: why };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}
