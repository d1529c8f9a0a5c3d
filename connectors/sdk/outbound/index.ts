/**
 * The one way out to other machines. Every address is checked where it is dialled, after name
 * resolution, so neither a redirect nor a changing DNS answer reaches a private network that the
 * operator has not allowed. Runtime and connectors use it; nothing else may open a connection.
 */
export { type AllowList, parseAllowList } from './allow-list.ts';
export { createOutbound, type Outbound, type OutboundOptions } from './create-outbound.ts';
