import { MAIN_PROJECT } from '@patchbay/shared/base';
import { Compass } from 'lucide-react';

import { currentProject, projectHref } from '#lib';
import { buttonClass, EmptyState } from '#ui';

/** For an address in a project that is not there, or not any more. */
export function UnknownProject() {
  return (
    <main className="pt-[16vh]">
      <h1 className="sr-only">Unknown project</h1>
      <EmptyState
        icon={<Compass />}
        title={`There is no project “${currentProject.slice(0, 60)}”`}
        className="break-words [&>p]:max-w-full"
        action={
          <a href={projectHref(MAIN_PROJECT, '/flows')} className={buttonClass('primary')}>
            To the main project
          </a>
        }
      >
        It may have been deleted, or the address has a typing error. A project that is renamed keeps
        its address.
      </EmptyState>
    </main>
  );
}
