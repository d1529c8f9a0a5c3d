import type { FlowNode } from '@patchbay/shared/flows';

interface Kept {
  flow: string;
  trigger: string;
  text: string;
}

const keyOf = (flow: string, trigger: string): string => `patchbay.payload.${flow}.${trigger}`;

/** What was typed for this trigger the last time. */
export function keptPayload(flow: string, trigger: string): string | undefined {
  return localStorage.getItem(keyOf(flow, trigger)) ?? undefined;
}

export function keepPayload({ flow, trigger, text }: Kept): void {
  try {
    localStorage.setItem(keyOf(flow, trigger), text);
  } catch {
    // Too large to keep: it is typed again the next time, nothing else is lost.
  }
}

/** A payload in the shape the trigger gives, to start typing from. */
export function startPayload(trigger: FlowNode): string {
  if (trigger.kind === 'webhook') {
    const request = {
      method: 'POST',
      path: '/',
      query: {},
      headers: { 'content-type': 'application/json' },
      body: {},
    };
    return JSON.stringify(request, null, 2);
  }
  if (trigger.kind === 'schedule') return JSON.stringify({ at: new Date().toISOString() }, null, 2);
  return '{}';
}
