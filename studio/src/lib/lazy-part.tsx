import { createElement, useEffect, useState, type ComponentType, type JSX } from 'react';

/** A component that is loaded when it is first drawn, or before, when someone is about to need it. */
export interface LazyPart<P> {
  (props: P): JSX.Element;
  /** Loads it now; the router calls this for the page it is on the way to. */
  preload: () => Promise<void>;
}

/**
 * Makes a part that is loaded by itself: `lazyPart(async () => (await import('./x.tsx')).X)`. Doors
 * export their pages this way, so that one room's page never loads another's. Not React.lazy: what
 * replaces a Suspense fallback is held back for 300 ms, and a page would always be that late. What
 * lies over a page, such as a dialog, waits without `words`, for they would push the page aside.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  words = 'Loading…',
): LazyPart<P> {
  let loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const preload = (): Promise<void> => {
    loading ??= load().then(
      (part) => {
        loaded = part;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  function Part(props: P): JSX.Element {
    const found = useLoaded(preload, () => loaded);
    if (found) return createElement(found, props);
    return <>{words && <p className="p-6 text-ink-3">{words}</p>}</>;
  }
  return Object.assign(Part, { preload });
}

function useLoaded<C>(preload: () => Promise<void>, read: () => C | undefined): C | undefined {
  const [, setState] = useState<unknown>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const isLoaded = read() !== undefined;
  useEffect(() => {
    if (isLoaded) return undefined;
    let shown = true;
    preload().then(
      () => shown && setState({}),
      (error: unknown) => shown && setFailure({ error }),
    );
    return () => {
      shown = false;
    };
  }, [isLoaded, preload]);
  // The router's own page for what went wrong shows it.
  if (failure) throw failure.error;
  return read();
}
