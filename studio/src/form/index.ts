/**
 * form: the one form engine. `SchemaForm` edits plain values, `ExpressionForm` spans of a JSONata
 * text; both from JSON Schema. `CodeEditor` is the lazily loaded editor behind code fields.
 */
export * from './code-editor.tsx';
export type { Explanation, InsertCall } from './code-props.ts';
export * from './expression-form.tsx';
export * from './expression-input.tsx';
export * from './fold.tsx';
export * from './preview.tsx';
export * from './scalar-input.tsx';
export * from './schema-form.tsx';
export { fieldsOf, resolve, startValue, titleOf } from './schema.ts';
export { allFunctions, callOf, resultOf } from './function-words.ts';
export { fieldType, sampleOf, type Seen } from './complete-path.ts';
export * from './use-previews.ts';
export * from './validate.ts';
