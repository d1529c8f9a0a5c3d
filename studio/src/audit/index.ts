/** audit: who did what and when, as a list one can search. */
import { lazyPart } from '#lib';

export const AuditPage = lazyPart(async () => (await import('./audit-page.tsx')).AuditPage);
