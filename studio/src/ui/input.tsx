import type { ComponentProps, ReactNode } from 'react';

import { cx } from './cx.ts';

/** The look of everything one types into. */
export const CONTROL =
  'w-full min-w-0 rounded-md border border-control bg-panel text-ink transition-colors duration-100 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-fail aria-invalid:outline-fail';

interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  size?: 'sm' | 'md';
  /** In front of the text. */
  icon?: ReactNode;
  mono?: boolean;
}

/** One line of text. */
export function Input({ size = 'md', icon, mono, className, ...rest }: InputProps) {
  const input = (
    <input
      autoComplete="off"
      {...rest}
      className={cx(
        CONTROL,
        size === 'sm' ? 'h-7 px-2' : 'h-8 px-2.5',
        icon !== undefined && 'pl-8',
        mono && 'font-mono text-sm',
        className,
      )}
    />
  );
  if (icon === undefined) return input;
  return (
    <span className="relative block w-full">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-3 [&_svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}

/** Several lines of text. */
export function Textarea({
  mono,
  className,
  ...rest
}: ComponentProps<'textarea'> & { mono?: boolean }) {
  return (
    <textarea
      rows={3}
      {...rest}
      className={cx(
        CONTROL,
        'block resize-y px-2.5 py-1.5',
        mono && 'font-mono text-sm',
        className,
      )}
    />
  );
}
