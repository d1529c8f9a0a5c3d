/** Where a person mends it: the connection's form, a step's input, its settings, or the provider's page. */
export type Mending = 'connection' | 'input' | 'configure' | 'settings' | 'docs';

/** A cause and what to do. `cause` is a stable name; the first step stands in when a problem has no hint. */
export interface RemedyRule {
  cause: string;
  title: string;
  steps: string[];
  mend?: Mending;
}

/** A rule in one line. */
export const rule = (
  cause: string,
  title: string,
  mend: Mending | undefined,
  ...steps: string[]
): RemedyRule => ({ cause, title, steps, ...(mend && { mend }) });

export const COMPARE =
  'Compare what was sent with the documentation; the answer says which part it refuses.';
export const LATER = 'Try again in a while; Patchbay retries by itself when the step has a retry.';
