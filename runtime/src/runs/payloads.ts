import { INLINE_BYTES, newId, type Json, type Payload } from '@patchbay/shared/base';
import type { RunEvent } from '@patchbay/shared/runs';

import type { Query } from '#db';

/** A large value on its way to the table of blobs. */
export interface NewBlob {
  id: string;
  runId: string;
  data: string;
}

/** The JSON text of a payload, and the blob it refers to when it is too large to stay in place. */
export function packPayload(runId: string, value: Json): { text: string; blob?: NewBlob } {
  const data = JSON.stringify(value);
  if (data.length <= INLINE_BYTES) return { text: `{"value":${data}}` };
  const id = newId();
  return {
    text: JSON.stringify({ blob: id, size: Buffer.byteLength(data) }),
    blob: { id, runId, data },
  };
}

const PAYLOAD_FIELDS = ['input', 'output', 'response'] as const;

/** The event with its large values moved aside; `keep` gets each of them. */
export function packEvent(runId: string, event: RunEvent, keep: (blob: NewBlob) => void): RunEvent {
  let packed = event;
  for (const field of PAYLOAD_FIELDS) {
    const payload = (event as Record<string, unknown>)[field] as Payload | undefined;
    if (!payload || !('value' in payload) || isSmall(payload.value)) continue;
    const data = JSON.stringify(payload.value);
    if (data.length <= INLINE_BYTES) continue;
    const id = newId();
    keep({ id, runId, data });
    packed = { ...packed, [field]: { blob: id, size: Buffer.byteLength(data) } };
  }
  return packed;
}

/** Spares the common case from being written as text twice: a short list of short things is small. */
function isSmall(value: unknown, budget = { left: 200 }): boolean {
  if (typeof value === 'string') return value.length < 1000;
  if (typeof value !== 'object' || value === null) return true;
  for (const child of Object.values(value)) {
    if (--budget.left < 0 || !isSmall(child, budget)) return false;
  }
  return true;
}

export async function readBlob(query: Query, runId: string, id: string): Promise<Json | undefined> {
  const [row] = await query<{ data: string }>('select data from blob where id = ? and run_id = ?', [
    id,
    runId,
  ]);
  return row && (JSON.parse(row.data) as Json);
}

/** The value of a payload, fetched when it lies aside. */
export async function loadPayload(query: Query, runId: string, payload: Payload): Promise<Json> {
  if ('value' in payload) return payload.value;
  return (await readBlob(query, runId, payload.blob)) ?? null;
}

/** The events with every payload in place: what the engine resumes from. */
export async function loadEvents(
  query: Query,
  runId: string,
  events: RunEvent[],
): Promise<RunEvent[]> {
  return Promise.all(events.map((event) => loadEvent(query, runId, event)));
}

async function loadEvent(query: Query, runId: string, event: RunEvent): Promise<RunEvent> {
  let loaded = event;
  for (const field of PAYLOAD_FIELDS) {
    const payload = (event as Record<string, unknown>)[field] as Payload | undefined;
    if (payload && 'blob' in payload)
      loaded = { ...loaded, [field]: { value: await loadPayload(query, runId, payload) } };
  }
  return loaded;
}
