/**
 * flows: the draft graph, its one way to change (`FlowEdit`, applied by `applyEdit` on both sides),
 * and the rules a graph must keep. Pure values; who stores or draws them is another floor's affair.
 */
export * from './node.ts';
export * from './graph.ts';
export * from './ports.ts';
export * from './edit.ts';
export * from './edits.ts';
export * from './expressions.ts';
export * from './levels.ts';
export * from './ancestry.ts';
export * from './behind.ts';
export * from './check-graph.ts';
export * from './check-required.ts';
export * from './draw-graph.ts';
export * from './example.ts';
export * from './flow.ts';
export * from './graph-connections.ts';
export * from './endpoints.ts';
