/**
 * base: the values every room is made of. Isomorphic and without I/O.
 * Ids, JSON as it arrives from strangers, the one error type, the one shape of an endpoint.
 */
export * from './id.ts';
export * from './json.ts';
export * from './problem.ts';
export * from './endpoint.ts';
export * from './page.ts';
export * from './project.ts';
export * from './payload.ts';
