import { lazy, Suspense, type ComponentType, type JSX } from 'react';

/**
 * A component that is loaded when it is first drawn: `lazyPart(async () => (await import('./x.tsx')).X)`.
 * Doors export their pages this way, so that one room's page never loads another's.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function LazyPart(props: P): JSX.Element {
    return (
      <Suspense fallback={<p className="p-6 text-ink-3">Loading…</p>}>
        <Part {...props} />
      </Suspense>
    );
  };
}
