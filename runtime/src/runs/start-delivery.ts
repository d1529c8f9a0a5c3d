import type { Json } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';

import type { Queue } from '#queue';
import type { LoadedVersion } from '#versions';

import { newRun } from './new-run.ts';
import type { RunHost } from './run-host.ts';
import type { RunStore } from './run-store.ts';

export interface DeliveryParts {
  store: RunStore;
  queue: Pick<Queue, 'wake'>;
  clock: () => number;
  leaseMs: number;
  /** The worker in this process, if there is one: it begins the run without a detour. */
  host?: RunHost;
}

/** What somebody sent to a live trigger. */
export interface Delivery {
  version: LoadedVersion;
  trigger: FlowNode;
  payload: Json;
  /** What marks a repeated one. */
  mark?: string;
}

/** A run that is ready to be written; `write` gives its id, or that of the run of an earlier delivery. */
export interface Delivered {
  id: string;
  write: () => Promise<{ id: string; isNew: boolean }>;
}

const LONGEST_MARK = 200;

/** Makes the run of a delivery. Once `write` is done it is safe, whoever dies after that. */
export function startDelivery(parts: DeliveryParts, delivery: Delivery): Delivered {
  const { store, queue, clock, leaseMs } = parts;
  const { version, trigger, payload, mark } = delivery;
  const host = parts.host?.hasRoom ? parts.host : undefined;
  const { row, blobs } = newRun({
    version,
    trigger,
    payload,
    at: clock(),
    deliveryKey: mark
      ? `hook:${version.flowId}:${trigger.id}:${mark.slice(0, LONGEST_MARK)}`
      : undefined,
    owner: host && { id: host.id, leaseMs },
  });
  const write = async (): Promise<{ id: string; isNew: boolean }> => {
    const written = await store.write({ kind: 'insert', row, blobs });
    if (!written.ok) return { id: written.existing ?? row.id, isNew: false };
    if (host) host.begin({ ...row, started_at: null, ended_at: null, problem: null }, payload);
    else queue.wake(row.id);
    return { id: row.id, isNew: true };
  };
  return { id: row.id, write };
}
