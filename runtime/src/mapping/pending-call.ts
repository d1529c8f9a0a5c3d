import type { Evaluation } from '@patchbay/shared/mapping';

/** A call on its way; `text` is its JSON for the child. */
export interface PendingCall {
  text: string;
  count: number;
  /** It was in a batch that had to be killed, so it goes alone now. */
  alone: boolean;
  resolve: (results: Evaluation[]) => void;
}

/** A batch that took its process so much time, of the clock and of the processor, loses it. */
export const DEADLINE_MS = 2000;

/** A batch that is not answered by then loses its process, however little work a busy machine let it do. */
export const PATIENCE_MS = 20_000;
