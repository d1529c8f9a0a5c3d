import type { Retention } from '@patchbay/shared/flows';

import { count as counted, formatNumber } from '#lib';

/** A whole number as typed; empty means no limit. */
export function readCount(text: string, most: number): { value?: number; error?: string } {
  const digits = text.trim();
  if (digits === '') return {};
  const value = Number(digits);
  if (Number.isInteger(value) && value >= 1 && value <= most) return { value };
  return { error: `Write a whole number from 1 to ${formatNumber(most)}, or nothing.` };
}

/** What a setting means, as a sentence. */
export function retentionWords({ days, count }: Retention): string {
  if (days === undefined && count === undefined) return 'All runs of this flow are kept for good.';
  const rules = [
    days !== undefined && `older than ${counted(days, 'day')}`,
    count !== undefined && `beyond the newest ${formatNumber(count)}`,
  ].filter(Boolean);
  return `Ended runs ${rules.join(' or ')} are deleted with their data.`;
}
