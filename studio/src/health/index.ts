/** health: how every flow and connection is doing. */
import { lazyPart } from '#lib';

export const HealthPage = lazyPart(async () => (await import('./health-page.tsx')).HealthPage);
