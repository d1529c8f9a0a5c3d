import { listProjects, ROLE_PERMISSIONS, type ProjectSummary } from '@patchbay/shared/access';
import type { Permission } from '@patchbay/shared/base';
import { atom, getDefaultStore, useAtomValue } from 'jotai';

import { currentProject, leaveTo, projectHref, useEndpoint } from '#lib';

const STALE_MS = 60_000;

/** The projects one is in; empty until they are known. */
export function useProjects(enabled = true): ProjectSummary[] {
  return useEndpoint(listProjects, {}, { enabled, staleTime: STALE_MS }).data?.items ?? [];
}

/** Those that this one is not. */
export function useOtherProjects(enabled = true): ProjectSummary[] {
  return useProjects(enabled).filter(({ id }) => id !== currentProject);
}

/** The other projects where the person may do this. */
export function useOtherProjectsFor(permission: Permission, enabled = true): ProjectSummary[] {
  return useOtherProjects(enabled).filter(
    ({ role }) => role && (ROLE_PERMISSIONS[role] as readonly Permission[]).includes(permission),
  );
}

/** Goes into a project: a new page, so that nothing of this one is carried over. */
export function openProject(id: string): void {
  void leaveTo(projectHref(id, '/flows'));
}

/** Opens a flow in the project it was moved to. */
export function openFlowIn(project: string, flow: string): void {
  void leaveTo(projectHref(project, `/flows/${flow}`));
}

const askedAtom = atom<{ name: string }>();

/** Asks for the name of a project to be made, wherever the person is. */
export function askNewProject(name = ''): void {
  getDefaultStore().set(askedAtom, { name });
}

export function forgetNewProject(): void {
  getDefaultStore().set(askedAtom, undefined);
}

/** What is asked for now, with the name it starts from. */
export function useAskedProject(): { name: string } | undefined {
  return useAtomValue(askedAtom, { store: getDefaultStore() });
}
