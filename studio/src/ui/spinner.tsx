import { cx } from './cx.ts';

/** A turning ring; stands beside words that say what is under way. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-block size-3.5 shrink-0 animate-turn rounded-full border-2 border-current border-r-transparent',
        className,
      )}
    />
  );
}

/** Says what is loading; for a whole pane. */
export function Loading({ what }: { what: string }) {
  return (
    <div role="status" className="flex items-center justify-center gap-2 p-8 text-ink-3">
      <Spinner /> Loading {what}…
    </div>
  );
}
