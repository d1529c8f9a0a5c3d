/** The looks all floating lists share. */
export const POPUP =
  'animate-rise rounded-lg border border-line bg-raised p-1 text-ink shadow-pop outline-none';

export const OPTION =
  'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none select-none data-disabled:opacity-45 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0';
