/**
 * mapping: what can be known about an expression without evaluating it. Which parts of the
 * document it reads, whether it parses, how a step's name is changed inside it.
 */
export * from './parse.ts';
export * from './object-text.ts';
export * from './list-text.ts';
export * from './references.ts';
export * from './rename-step.ts';
export * from './evaluate.ts';
export * from './endpoints.ts';
