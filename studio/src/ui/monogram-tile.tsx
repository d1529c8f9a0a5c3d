import { cx } from './cx.ts';
import { monogram, tileOf } from './monogram.ts';

interface MonogramTileProps {
  /** Decides the colour, so that a new name leaves it. */
  id: string;
  name: string;
  size?: 'sm' | 'md' | 'lg';
  className?: string;
}

const SIZES = {
  sm: 'size-6 rounded-sm text-xs',
  md: 'size-7 rounded-md text-sm',
  lg: 'size-12 rounded-lg text-lg',
};

/** A thing's first letters on a colour of its own; the name always stands beside it. */
export function MonogramTile({ id, name, size = 'md', className }: MonogramTileProps) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 items-center justify-center font-semibold text-white uppercase select-none',
        SIZES[size],
        className,
      )}
      style={{ background: `var(--color-tile-${tileOf(id)})` }}
    >
      {monogram(name)}
    </span>
  );
}
