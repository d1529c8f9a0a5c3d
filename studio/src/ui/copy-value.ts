import { copyText } from '#lib';

import { toast } from './toast.tsx';

/** Copies a value as JSON and says so. */
export async function copyValue(value: unknown): Promise<void> {
  const ok = await copyText(JSON.stringify(value, null, 2) ?? '');
  toast(ok ? 'Copied' : 'The browser refused to copy.', { tone: ok ? 'ok' : 'fail' });
}
