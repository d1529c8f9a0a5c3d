/**
 * access: who is here. Set-up, sign-in, the gate every page stands behind, the person's settings.
 * `useMay(permission)` hides what the person may not do, by the same value the runtime refuses by.
 */
import { lazyPart } from '#lib';

export * from './gate.tsx';
export * from './me.ts';
export const SettingsPage = lazyPart(
  async () => (await import('./settings-page.tsx')).SettingsPage,
);
