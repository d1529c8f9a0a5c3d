/** testing: trying things out before anything depends on them. */
export * from './endpoints.ts';
export * from './exchange.ts';
