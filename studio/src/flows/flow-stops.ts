import type { FlowSummary } from '@patchbay/shared/flows';

const STOPS: Record<string, string> = {
  webhook: 'Its webhook address answers nobody any more.',
  schedule: 'Its schedule stops.',
  called: 'Flows that call it fail at that step.',
  event: 'What happens at the system it listens to starts nothing any more.',
};

/** What stops working once a flow is no longer live, in words. */
export function flowStops({ triggers }: Pick<FlowSummary, 'triggers'>): string[] {
  return [...new Set(triggers)].flatMap((kind) => STOPS[kind] ?? []);
}
