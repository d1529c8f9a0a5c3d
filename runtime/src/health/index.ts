/** health: how flows and connections are doing, for people and for probes. */
export { healthRoom, type HealthParts } from './room.ts';
