/**
 * access: who is here, and in which project. Set-up, sign-in, the gate every page stands behind, the
 * way from one project to another, the person's settings.
 * `useMay(permission)` hides what the person may not do, by the same value the runtime refuses by.
 */
import { lazyPart } from '#lib';

export * from './gate.tsx';
export * from './me.ts';
export * from './permitted.tsx';
export * from './project-switcher.tsx';
export {
  askNewProject,
  openFlowIn,
  openProject,
  useOtherProjects,
  useOtherProjectsFor,
  useProjects,
} from './projects.ts';
export { useSignOut } from './use-sign-out.ts';
export const ChangePassword = lazyPart(
  async () => (await import('./change-password.tsx')).ChangePassword,
  '',
);
export const JoinPage = lazyPart(async () => (await import('./join-page.tsx')).JoinPage, '');
export const NewPasswordPage = lazyPart(
  async () => (await import('./new-password-page.tsx')).NewPasswordPage,
  '',
);
export const SettingsPage = lazyPart(
  async () => (await import('./settings-page.tsx')).SettingsPage,
);
