import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/**
 * A graph that never changes. With a number it was published; without one it is the draft as it
 * stood when somebody test-ran it. `graph` is canonical JSON text, so equal graphs are one row.
 */
export const FlowVersionEntity = defineEntity({
  name: 'FlowVersion',
  tableName: 'flow_version',
  indexes: [{ name: 'flow_version_flow_idx', properties: ['flowId', 'number'] }],
  properties: {
    id: p.string().primary(),
    flowId: p.string(),
    number: p.integer().nullable(),
    hash: p.string(),
    graph: p.text(),
    /** Version of jsonata its expressions were published with. */
    engine: p.string(),
    notes: p.text().default(''),
    publishedAt: p.double().$type<number>(),
    publishedBy: p.string(),
  },
});
export type FlowVersionRow = InferEntity<typeof FlowVersionEntity>;
