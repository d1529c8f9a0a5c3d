import { Link } from '@tanstack/react-router';
import { Folder, Layers } from 'lucide-react';

import { formatNumber } from '#lib';

const ITEM =
  'flex h-8 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent [&_svg]:size-4 [&_svg]:shrink-0';

interface FoldersProps {
  /** Folder names with the number of flows in each. */
  folders: Map<string, number>;
  all: number;
  current: string | undefined;
}

/** The folders; shown once there is one. */
export function Folders({ folders, all, current }: FoldersProps) {
  if (folders.size === 0) return null;
  return (
    <nav aria-label="Folders" className="w-48 shrink-0">
      <Link
        to="/flows"
        search={(before) => ({ ...before, folder: undefined })}
        aria-current={current === undefined ? 'page' : undefined}
        className={ITEM}
      >
        <Layers aria-hidden />
        <span className="flex-1">All flows</span>
        <span className="text-sm tabular-nums">{formatNumber(all)}</span>
      </Link>
      {[...folders].map(([name, size]) => (
        <Link
          key={name}
          to="/flows"
          search={(before) => ({ ...before, folder: name })}
          aria-current={current === name ? 'page' : undefined}
          className={ITEM}
        >
          <Folder aria-hidden />
          <span className="min-w-0 flex-1 truncate" title={name}>
            {name}
          </span>
          <span className="text-sm tabular-nums">{formatNumber(size)}</span>
        </Link>
      ))}
    </nav>
  );
}
