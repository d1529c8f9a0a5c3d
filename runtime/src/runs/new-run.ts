import { newId, type Json } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import type { RunScript } from '@patchbay/shared/runs';

import type { LoadedVersion } from '#versions';

import { packPayload, type NewBlob } from './payloads.ts';
import type { NewRunRow } from './run-rows.ts';

export interface RunToMake {
  version: LoadedVersion;
  trigger: FlowNode;
  payload: Json;
  at: number;
  deliveryKey?: string;
  /** The worker that begins it at once; absent: whoever is free. */
  owner?: { id: string; leaseMs: number };
  retryOf?: { id: string; origin: string };
  parent?: { run: string; step: string; depth: number };
  script?: RunScript;
}

/** The row of a new run, and its input's blob when that is large. */
export function newRun(make: RunToMake): { row: NewRunRow; blobs: NewBlob[] } {
  const { version, trigger, at, owner, retryOf, parent } = make;
  const id = newId(at);
  const { text, blob } = packPayload(id, make.payload);
  const row: NewRunRow = {
    id,
    flow_id: version.flowId,
    version_id: version.id,
    version_number: version.number ?? null,
    status: owner ? 'running' : 'queued',
    trigger_kind: trigger.kind,
    trigger_node: trigger.id,
    input: text,
    seq: 0,
    fence: owner ? 1 : 0,
    owner: owner?.id ?? null,
    wake_at: owner ? at + owner.leaseMs : at,
    stalls: 0,
    created_at: at,
    delivery_key: make.deliveryKey ?? null,
    origin: retryOf?.origin ?? id,
    retry_of: retryOf?.id ?? null,
    parent_run: parent?.run ?? null,
    parent_step: parent?.step ?? null,
    depth: parent?.depth ?? 0,
    script: make.script ? JSON.stringify(make.script) : null,
  };
  return { row, blobs: blob ? [blob] : [] };
}
