import { MAIN_PROJECT } from '@patchbay/shared/base';
import { useEffect } from 'react';

const INSIDE = /^\/p\/([^/]+)/;

/** Where a page stands: the project its address names, and what its addresses begin with. */
interface Standing {
  project: string;
  /** Empty in the main project, which has the plain addresses. */
  base: string;
}

/** What an address says of its project; one that names none means the main one. */
export function standingOf(pathname: string): Standing {
  const [base = '', named] = INSIDE.exec(pathname) ?? [];
  return { project: named === undefined ? MAIN_PROJECT : decoded(named), base };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const here = standingOf(globalThis.location?.pathname ?? '/');

/** The project this page is in. It never changes: another one is another page. */
export const currentProject = here.project;

/** What the router's addresses begin with. */
export const routerBase = here.base || '/';

/** The address of a place in a project: `projectHref('finance', '/flows')`. */
export function projectHref(project: string, path: string): string {
  return project === MAIN_PROJECT ? path : `/p/${encodeURIComponent(project)}${path}`;
}

/** The same place in another project. */
export function hrefIn(project: string, { pathname, search, hash }: Location): string {
  const { base } = standingOf(pathname);
  return projectHref(project, `${pathname.slice(base.length)}${search}${hash}`);
}

/**
 * False when a thing belongs to another project than this page: then the address becomes its own,
 * and nothing of it is to be shown. Undefined while the thing is not known.
 */
export function useAtHome(of: string | undefined): boolean {
  const isStray = of !== undefined && of !== currentProject;
  useEffect(() => {
    if (isStray) location.replace(hrefIn(of, location));
  }, [isStray, of]);
  return !isStray;
}
