/**
 * http: turns Endpoint values into routes. Parse, authorise, transaction, handle, encode: every
 * endpoint goes this one way, so a route without a permission can't be written. Knows no room.
 */
export { Api, type ApiParts, type Asked } from './api.ts';
export type { Actor, Caller, Ctx, Standing } from './ctx.ts';
export type { Room } from './room.ts';
export { problemResponse } from './problem-response.ts';
export { readBody, BODY_LIMIT } from './read-body.ts';
export { refuseText } from './refuse-unstorable.ts';
export { servePages } from './pages.ts';
