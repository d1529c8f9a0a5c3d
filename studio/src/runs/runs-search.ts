/** Stands for "no such filter" in a list of choices. */
export const ANY = 'any';

/** What health counts as failed. */
export const FAILED_EITHER_WAY = {
  value: 'failed,quarantined',
  label: 'Failed or quarantined',
};

export const HOURS = [
  { value: ANY, label: 'Any time' },
  { value: '1', label: 'Last hour' },
  { value: '24', label: 'Last day' },
  { value: '168', label: 'Last 7 days' },
];

export const TRIGGERS = [
  { value: ANY, label: 'Any trigger' },
  { value: 'manual', label: 'By hand' },
  { value: 'webhook', label: 'Webhook' },
  { value: 'schedule', label: 'Schedule' },
  { value: 'called', label: 'Another flow' },
  { value: 'event', label: 'Connector' },
];

/** What started a run, in words. */
export function triggerWord(kind: string): string {
  return TRIGGERS.find(({ value }) => value === kind)?.label ?? kind;
}

export interface RunsSearch {
  flow?: string;
  status?: string;
  trigger?: string;
  hours?: string;
}

const HOUR_MS = 3_600_000;

/** The query of a search; the time is cut to minutes so that it is the same on the next look. */
export function queryOf({ flow, status, trigger, hours }: RunsSearch, now: number) {
  const from = hours ? Math.floor((now - Number(hours) * HOUR_MS) / 60_000) * 60_000 : undefined;
  return { flow, status, trigger, from, limit: 100 };
}
