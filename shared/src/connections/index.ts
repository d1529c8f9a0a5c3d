/** connections: configured instances of connectors. Secrets go in and never come out. */
export * from './connection.ts';
export * from './client-fields.ts';
export * from './endpoints.ts';
export * from './authorize-endpoints.ts';
export * from './key-endpoints.ts';
