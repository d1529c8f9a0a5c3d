import { useEffect, useRef } from 'react';

const IS_MAC = /mac/i.test(globalThis.navigator?.platform ?? '');

/** A shortcut such as `Mod+K`, `Shift+Z`, `?`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
export type Shortcut = string;

/** How the shortcut is written on this machine, key by key: ['⌘', 'K']. */
export function shortcutKeys(shortcut: Shortcut): string[] {
  return shortcut.split('+').map((key) => {
    if (key === 'Mod') return IS_MAC ? '⌘' : 'Ctrl';
    if (key === 'Shift') return IS_MAC ? '⇧' : 'Shift';
    if (key === 'Alt') return IS_MAC ? '⌥' : 'Alt';
    return key.length === 1 ? key.toUpperCase() : key;
  });
}

/** True when the event is this shortcut. */
export function isShortcut(event: KeyboardEvent, shortcut: Shortcut): boolean {
  const keys = shortcut.split('+');
  const key = keys.at(-1) ?? '';
  const wantsMod = keys.includes('Mod');
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  if (wantsMod !== mod || keys.includes('Alt') !== event.altKey) return false;
  // '?' and the like need Shift on some keyboards, so Shift only counts for letters and named keys.
  if (/^[a-z0-9]$|^\w{2,}$/i.test(key) && keys.includes('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** True when the person is typing, so that single keys are not shortcuts. */
export function isTyping(event: KeyboardEvent): boolean {
  return isTextField(event.target);
}

/** A field that takes text; the code editor's is a `div` that calls itself a text box. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.role === 'textbox') return true;
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Runs the action of the first matching shortcut. Without `Mod` it rests while one types. */
export function useShortcuts(actions: Record<Shortcut, (event: KeyboardEvent) => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      for (const [shortcut, run] of Object.entries(latest.current)) {
        if (!isShortcut(event, shortcut)) continue;
        if (!shortcut.includes('Mod') && isTyping(event)) continue;
        event.preventDefault();
        run(event);
        return;
      }
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
}
