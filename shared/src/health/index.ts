/** health: how every flow and integration is doing. */
export * from './endpoints.ts';
