/** connections: configured instances of connectors. Secrets go in and never come out. */
export * from './connection.ts';
export * from './endpoints.ts';
