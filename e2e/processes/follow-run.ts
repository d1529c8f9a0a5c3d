import { hasEnded, runEventSchema, foldRun, type RunEvent } from '@patchbay/shared/runs';

import type { Client } from '#client';
import { until } from '#until';

/** Follows a run's events as a browser does: comes back with `Last-Event-ID` whenever it is cut off. */
export async function followToEnd(client: Client, run: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await until('the events end with the run', async () => {
    await readStream(client, run, events).catch(() => {});
    return hasEnded(foldRun(events).status);
  });
  return events;
}

async function readStream(client: Client, run: string, events: RunEvent[]): Promise<void> {
  const last = events.at(-1)?.seq;
  const response = await client.request(`/api/runs/${run}/events`, {
    headers: last === undefined ? {} : { 'last-event-id': String(last) },
  });
  if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^data: ?(.*)$/m.exec(message)?.[1];
      if (data) events.push(runEventSchema.parse(JSON.parse(data)));
    }
  }
}
