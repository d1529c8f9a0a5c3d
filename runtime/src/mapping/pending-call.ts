import type { Evaluation } from '@patchbay/shared/mapping';

/** A call on its way; `text` is its JSON for the child. */
export interface PendingCall {
  text: string;
  count: number;
  /** It was in a batch that had to be killed, so it goes alone now. */
  alone: boolean;
  resolve: (results: Evaluation[]) => void;
}

/** A batch that is not answered within this time loses its process. */
export const DEADLINE_MS = 2000;
