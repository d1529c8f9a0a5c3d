/** versions: immutable published graphs and which of them is live. */
export * from './endpoints.ts';
