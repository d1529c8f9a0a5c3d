// Each registers itself when loaded, and must before the first editor is made. The suggest feature of this version brings no controller, and
// without one no list would ever open.
export * as suggestController from 'monaco-editor/editor/contrib/suggest/browser/suggestController';
export * as bracketMatching from 'monaco-editor/features/bracketMatching/register';
export * as clipboard from 'monaco-editor/features/clipboard/register';
export * as codeEditor from 'monaco-editor/features/codeEditor/register';
export * as comment from 'monaco-editor/features/comment/register';
export * as find from 'monaco-editor/features/find/register';
export * as folding from 'monaco-editor/features/folding/register';
export * as format from 'monaco-editor/features/format/register';
export * as gotoError from 'monaco-editor/features/gotoError/register';
export * as hover from 'monaco-editor/features/hover/register';
export * as parameterHints from 'monaco-editor/features/parameterHints/register';
export * as rename from 'monaco-editor/features/rename/register';
export * as snippet from 'monaco-editor/features/snippet/register';
export * as suggest from 'monaco-editor/features/suggest/register';
export * as wordOperations from 'monaco-editor/features/wordOperations/register';
export * as html from 'monaco-editor/languages/definitions/html/register';
export * as javascript from 'monaco-editor/languages/definitions/javascript/register';
export * as markdown from 'monaco-editor/languages/definitions/markdown/register';
export * as sql from 'monaco-editor/languages/definitions/sql/register';
export * as xml from 'monaco-editor/languages/definitions/xml/register';
