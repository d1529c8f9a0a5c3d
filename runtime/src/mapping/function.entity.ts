import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A function of the project as it is now; versions hold the ones they were published with. */
export const MappingFunctionEntity = defineEntity({
  name: 'MappingFunction',
  tableName: 'mapping_function',
  properties: {
    projectId: p.string().primary(),
    name: p.string().primary(),
    /** JSON text of a NamedFunction. */
    definition: p.text(),
    revision: p.integer().version(),
    updatedAt: p.double().$type<number>(),
    updatedBy: p.text(),
  },
});
export type MappingFunctionRow = InferEntity<typeof MappingFunctionEntity>;
