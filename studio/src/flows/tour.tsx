import { useAtom } from 'jotai';
import { useEffect } from 'react';

import { Button } from '#ui';

import { rememberTour, tourAtom } from './tour.atoms.ts';

const STEPS = [
  {
    title: 'Begin with a trigger',
    at: '[data-region=canvas]',
    words:
      'A flow starts by hand, when a request arrives, or at times you set. Pick one in the middle of an empty canvas.',
  },
  {
    title: 'Say what comes next',
    at: '[data-tour=add]',
    words:
      'Drag a wire from a step’s right side and let go anywhere, or press Tab. The palette offers every step and system.',
  },
  {
    title: 'Fill it in on the right',
    at: '[data-region=inspector]',
    words:
      'Each field takes a value or, with ƒx, an expression on what came before. Help stands beside the fields.',
  },
  {
    title: 'Try it',
    at: '[data-tour=run]',
    words:
      'Test run executes the draft with data you choose. Steps light up as they run; the drawer below shows what went in and came out.',
  },
  {
    title: 'Publish it',
    at: '[data-tour=publish]',
    words:
      'Publishing makes a version that never changes and sets it live. Go on drawing: the draft does not touch what is live.',
  },
];

/** Five steps for the first visit; any key of it ends it for good. */
export function Tour() {
  const [at, setAt] = useAtom(tourAtom);
  const step = at === undefined ? undefined : STEPS[at];
  usePointing(step?.at);
  if (at === undefined || !step) return null;
  const end = (): void => {
    rememberTour();
    setAt(undefined);
  };
  const isLast = at === STEPS.length - 1;
  return (
    <aside
      aria-label="Tour"
      className="fixed bottom-16 left-1/2 z-30 w-96 max-w-[calc(100vw-32px)] -translate-x-1/2 rounded-xl border border-line bg-raised p-4 shadow-pop"
    >
      <p className="text-sm text-ink-3">
        {at + 1} of {STEPS.length}
      </p>
      <h2 className="text-lg font-semibold">{step.title}</h2>
      <p className="mb-3 text-ink-2">{step.words}</p>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={end}>
          {isLast ? 'Close' : 'Skip the tour'}
        </Button>
        {at > 0 && <Button onClick={() => setAt(at - 1)}>Back</Button>}
        <Button
          variant={isLast ? 'primary' : 'secondary'}
          onClick={() => (isLast ? end() : setAt(at + 1))}
        >
          {isLast ? 'Start' : 'Next'}
        </Button>
      </div>
    </aside>
  );
}

/** Rings what the tour speaks of, if it is there. */
function usePointing(selector: string | undefined): void {
  useEffect(() => {
    if (selector === undefined) return undefined;
    const thing = document.querySelector<HTMLElement>(selector);
    if (!thing) return undefined;
    thing.dataset.pointed = '';
    return () => {
      delete thing.dataset.pointed;
    };
  }, [selector]);
}
