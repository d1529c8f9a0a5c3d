/**
 * mapping: one text, read as a tree with places. What an expression reads, where its fields stand,
 * how they are changed without touching the rest, how it is evaluated.
 */
export * from './tree.ts';
export * from './walk.ts';
export * from './parse-tree.ts';
export * from './scan.ts';
export * from './self-contained.ts';
export * from './object-text.ts';
export * from './edit-text.ts';
export * from './format-text.ts';
export * from './shape.ts';
export * from './read-shape.ts';
export * from './build-shape.ts';
export * from './references.ts';
export * from './rename-step.ts';
export * from './type.ts';
export * from './kind-words.ts';
export * from './type-schema.ts';
export * from './check-mapping.ts';
export * from './name-path.ts';
export * from './function-catalogue.ts';
export * from './field-expressions.ts';
export * from './provenance.ts';
export * from './payload-shape.ts';
export * from './drift.ts';
export * from './missing-read.ts';
export * from './evaluate.ts';
export * from './named-function.ts';
export * from './check-function.ts';
export * from './bound-results.ts';
export * from './endpoints.ts';
