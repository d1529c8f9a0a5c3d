import { defineEntity, p } from '@mikro-orm/core';

/**
 * What the payloads of a flow's live version look like in production. Shapes are JSON texts of
 * `PartShapes` and hold names and kinds, never values.
 */
export const PayloadShapeEntity = defineEntity({
  name: 'PayloadShape',
  tableName: 'payload_shape',
  properties: {
    flowId: p.string().primary(),
    versionId: p.string(),
    /** The last run that was looked at. */
    runId: p.string(),
    /** How many runs the usual shape was learned from. */
    runs: p.integer(),
    usual: p.text(),
    latest: p.text(),
    /** When that run was made, ms. */
    at: p.double().$type<number>(),
  },
});
