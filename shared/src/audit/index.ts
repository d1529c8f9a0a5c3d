/** audit: who did what, written in the same transaction as what it records. */
export * from './endpoints.ts';
