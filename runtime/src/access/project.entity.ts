import { defineEntity, p } from '@mikro-orm/core';

/** A project; what belongs to it says so with its `project_id`. */
export const ProjectEntity = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    /** A slug, part of addresses. */
    id: p.string().primary(),
    name: p.text(),
    createdAt: p.double().$type<number>(),
    createdBy: p.text(),
  },
});
