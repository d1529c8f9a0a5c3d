import { shortcutKeys } from '#lib';

/** One key. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-xs text-ink-2">
      {children}
    </kbd>
  );
}

/** A shortcut as keys of this machine: `<Keys shortcut="Mod+K" />`. */
export function Keys({ shortcut }: { shortcut: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {shortcutKeys(shortcut).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
