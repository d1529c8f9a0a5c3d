/** testing: tries one node of a draft on data the person gives. Nothing is journaled. */
export { testingRoom } from './room.ts';
export { testingEntities } from './testing.entity.ts';
