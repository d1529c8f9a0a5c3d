/** catalog: which connectors there are, in which versions. */
export { catalogRoom } from './room.ts';
export { findConnector } from './find-connector.ts';
