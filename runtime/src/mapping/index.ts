/**
 * mapping: evaluates expressions in processes that are killed when they hang or explode, and keeps
 * the functions of the project. `evaluate` is the one door: a faster evaluator will take its place
 * behind it.
 */
export { Evaluator, type Evaluate } from './evaluator.ts';
export { evaluateWith, type Surroundings } from './evaluate-with.ts';
export { projectFunctions } from './functions.ts';
export { MappingFunctionEntity } from './function.entity.ts';
export { mappingRoom } from './room.ts';
