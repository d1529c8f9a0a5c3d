import { useCallback, useEffect, useRef } from 'react';

/**
 * What is typed after the keys of the palette, before it is there to be typed into. The first of
 * its keys begins to load it; on a slow line letters come sooner all the same, and they are kept
 * for it, not given to the page behind it. Gives them once.
 */
export function useTypedAhead(isOpen: boolean, preload: () => Promise<void>): () => string {
  const typed = useRef('');
  useEffect(() => {
    const prepare = ({ key }: KeyboardEvent): void => {
      if (key === 'Control' || key === 'Meta') preload().catch(() => undefined);
    };
    addEventListener('keydown', prepare);
    return () => removeEventListener('keydown', prepare);
  }, [preload]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const keep = (event: KeyboardEvent): void => {
      const field = document.querySelector<HTMLElement>('[data-palette] input');
      // A key that is pressed goes to what has the focus by then.
      if (field) return field.focus();
      if (event.ctrlKey || event.metaKey) return;
      if (event.key.length === 1) typed.current += event.key;
      else if (event.key === 'Backspace') typed.current = typed.current.slice(0, -1);
      else if (event.key !== 'Enter') return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', keep, { capture: true });
    return () => {
      removeEventListener('keydown', keep, { capture: true });
      typed.current = '';
    };
  }, [isOpen]);
  return useCallback(() => {
    const text = typed.current;
    typed.current = '';
    return text;
  }, []);
}
