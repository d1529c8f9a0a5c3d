/**
 * Makes a connector of an OpenAPI document, as pure data. Reads no file and no address: whoever
 * calls brings the text.
 */
export { convertDocument, type Converted } from './convert-document.ts';
export { DOCUMENT_CHARS } from './read-document.ts';
