/**
 * Makes a connector of an OpenAPI document, as pure data. Reads no file and no address: whoever
 * calls brings the text.
 */
export { colorOf } from './color-of.ts';
export { convertDocument, type Converted } from './convert-document.ts';
export { SchemaConverter } from './convert-schemas.ts';
export { allowedHost } from './convert-servers.ts';
export { Gaps } from './gaps.ts';
export { DOCUMENT_CHARS } from './read-document.ts';
export { freeId, inWords, shorten, slugOf } from './words.ts';
