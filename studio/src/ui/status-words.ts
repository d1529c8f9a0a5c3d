import type { Tone } from './badge.tsx';

/** How a status looks: its colour and the word beside it. */
export interface StatusLook {
  tone: Tone;
  word: string;
}

const LOOKS: Record<string, StatusLook> = {
  // runs and steps
  queued: { tone: 'neutral', word: 'Queued' },
  running: { tone: 'run', word: 'Running' },
  waiting: { tone: 'wait', word: 'Waiting' },
  retrying: { tone: 'wait', word: 'Retrying' },
  done: { tone: 'ok', word: 'Done' },
  failed: { tone: 'fail', word: 'Failed' },
  cancelled: { tone: 'neutral', word: 'Cancelled' },
  quarantined: { tone: 'fail', word: 'Quarantined' },
  skipped: { tone: 'neutral', word: 'Not reached' },
  // connections
  active: { tone: 'ok', word: 'Active' },
  expiring: { tone: 'wait', word: 'Expiring' },
  auth_error: { tone: 'fail', word: 'Authentication error' },
  unreachable: { tone: 'fail', word: 'Unreachable' },
  degraded: { tone: 'wait', word: 'Degraded' },
  disabled: { tone: 'neutral', word: 'Disabled' },
  never_tested: { tone: 'neutral', word: 'Never tested' },
  // flows
  live: { tone: 'ok', word: 'Live' },
  off: { tone: 'neutral', word: 'Off' },
};

/** The look of any status; an unknown one keeps its own word. */
export function statusLook(status: string): StatusLook {
  return LOOKS[status] ?? { tone: 'neutral', word: status };
}
