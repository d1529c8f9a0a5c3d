/** flows: drafts, saved as edits with a revision. A save never overwrites what it has not seen. */
export { flowsRoom } from './room.ts';
export { findFlow } from './find-flow.ts';
export { flowProblems } from './flow-problems.ts';
export { FlowEditEntity, FlowEntity, type FlowRow } from './flow.entity.ts';
export { hashGraph } from './hash-graph.ts';
