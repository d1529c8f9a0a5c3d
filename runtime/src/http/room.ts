import type { Hono } from 'hono';

import type { Api } from './api.ts';

/** What each room's door hands to the house: its doors. */
export interface Room {
  name: string;
  /** Its endpoints. */
  mount?(api: Api): void;
  /** Routes that are no endpoints: webhooks, probes. */
  routes?(app: Hono): void;
}
