import { useEffect } from 'react';

const ORDER = ['bar', 'canvas', 'inspector', 'drawer'];

/** F6 goes from one part of the editor to the next, Shift+F6 back: Tab adds steps on the canvas. */
export function useRegions(): void {
  useEffect(() => {
    focusRegion('canvas');
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      const here = document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset.region;
      const open = ORDER.filter((name) => document.querySelector(`[data-region=${name}]`));
      const at = open.indexOf(here ?? '') + (event.shiftKey ? -1 : 1);
      focusRegion(open[(at + open.length) % open.length] ?? 'canvas');
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
}

/** Puts the focus into a part of the editor. */
export function focusRegion(name: string): void {
  const region = document.querySelector<HTMLElement>(`[data-region=${name}]`);
  if (!region) return;
  if (region.tabIndex >= 0) return region.focus({ preventScroll: true });
  region.querySelector<HTMLElement>('input, button, [tabindex="0"]')?.focus();
}

/** True while a window covers the page. Toasts call themselves dialogs too, but cover nothing. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]:not([data-type])') !== null;
}
