/**
 * mapping: evaluates expressions in processes that are killed when they hang or explode.
 * `evaluate` is the one door: a faster evaluator will take its place behind it.
 */
export { Evaluator, type Evaluate } from './evaluator.ts';
export { mappingRoom } from './room.ts';
