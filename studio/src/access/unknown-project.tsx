import { MAIN_PROJECT } from '@patchbay/shared/base';
import { Compass } from 'lucide-react';

import { currentProject } from '#lib';
import { buttonClass, EmptyState } from '#ui';

const TITLE =
  currentProject === MAIN_PROJECT
    ? 'You are not in this project any more'
    : `There is no project “${currentProject.slice(0, 60)}” for you`;

/** For an address in a project that is not there for this person, or not any more. */
export function UnknownProject() {
  return (
    <main className="pt-[16vh]">
      <h1 className="sr-only">Unknown project</h1>
      <EmptyState
        icon={<Compass />}
        title={TITLE}
        className="break-words [&>p]:max-w-full"
        action={
          <a href="/" className={buttonClass('primary')}>
            To my projects
          </a>
        }
      >
        It may have been deleted, you may not be in it, or the address has a typing error. A project
        that is renamed keeps its address.
      </EmptyState>
    </main>
  );
}
