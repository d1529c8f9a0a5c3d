import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { FlowEdit, FlowGraph, Retention } from '@patchbay/shared/flows';

/** A flow with its draft. Times everywhere are ms since 1970. */
export const FlowEntity = defineEntity({
  name: 'Flow',
  tableName: 'flow',
  indexes: [{ name: 'flow_project_idx', properties: ['projectId'] }],
  properties: {
    id: p.string().primary(),
    projectId: p.string(),
    name: p.text(),
    folder: p.string().default(''),
    /** Counts saved edits. */
    revision: p.integer().default(0),
    graph: p.json<FlowGraph>(),
    liveVersion: p.integer().nullable(),
    liveVersionId: p.string().nullable(),
    /** Hash of the newest version's graph, to tell whether the draft has moved on. */
    versionHash: p.string().nullable(),
    retention: p.json<Retention>(),
    createdAt: p.double().$type<number>(),
    updatedAt: p.double().$type<number>(),
    updatedBy: p.string(),
  },
});
export type FlowRow = InferEntity<typeof FlowEntity>;

export const FlowEditEntity = defineEntity({
  name: 'FlowEdit',
  tableName: 'flow_edit',
  properties: {
    flowId: p.string().primary(),
    revision: p.integer().primary(),
    actor: p.string(),
    actorName: p.text(),
    at: p.double().$type<number>(),
    edit: p.json<FlowEdit>(),
  },
});
