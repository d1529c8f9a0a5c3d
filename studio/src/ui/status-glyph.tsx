import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CirclePause,
  CircleX,
  Clock,
  Hourglass,
  RotateCw,
  ShieldAlert,
  TriangleAlert,
  Unplug,
  type LucideIcon,
} from 'lucide-react';

import type { Tone } from './badge.tsx';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';
import { statusLook } from './status-words.ts';

const ICONS: Record<string, LucideIcon> = {
  queued: Clock,
  waiting: CirclePause,
  retrying: RotateCw,
  done: CircleCheck,
  failed: CircleX,
  cancelled: Ban,
  quarantined: ShieldAlert,
  skipped: CircleDashed,
  active: CircleCheck,
  expiring: Hourglass,
  auth_error: CircleX,
  unreachable: Unplug,
  degraded: TriangleAlert,
  disabled: CircleMinus,
  never_tested: CircleDashed,
  live: CircleCheck,
  off: CircleMinus,
};

const COLOURS: Record<Tone, string> = {
  neutral: 'text-idle',
  accent: 'text-accent',
  ok: 'text-ok',
  fail: 'text-fail',
  wait: 'text-wait',
  run: 'text-run',
};

interface StatusGlyphProps {
  /** Of a run, a step, a connection or a flow. */
  status: string;
  /** Only the glyph; its word is then read out and shown on hover. */
  glyphOnly?: boolean;
  className?: string;
}

/** A status as shape, colour and word. */
export function StatusGlyph({ status, glyphOnly, className }: StatusGlyphProps) {
  const { tone, word } = statusLook(status);
  const Icon = ICONS[status] ?? CircleHelp;
  return (
    <span
      title={glyphOnly ? word : undefined}
      className={cx(
        'inline-flex items-center gap-1.5 align-middle whitespace-nowrap',
        COLOURS[tone],
        className,
      )}
    >
      {status === 'running' ? <Spinner /> : <Icon aria-hidden className="size-4 shrink-0" />}
      <span className={cx(glyphOnly && 'sr-only')}>{word}</span>
    </span>
  );
}
