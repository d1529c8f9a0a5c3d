import type { Change } from '@patchbay/shared/catalog';

import { Badge, type Tone } from '#ui';

const TONES: Record<Change['kind'], Tone> = { added: 'ok', changed: 'neutral', removed: 'fail' };

/** The differences between two versions, what breaks first. */
export function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <ul className="flex max-h-80 flex-col gap-1.5 overflow-auto" tabIndex={0}>
      {changes.map(({ kind, what, id, title, breaking, words }) => (
        <li key={`${kind} ${what} ${id}`} className="flex flex-wrap items-baseline gap-2">
          <Badge tone={TONES[kind]}>{kind}</Badge>
          {breaking && <Badge tone="wait">breaking</Badge>}
          <span className="font-medium">{title}</span>
          <span className="text-sm text-ink-3">{what}</span>
          {words && <span className="basis-full text-sm text-ink-2">{words}</span>}
        </li>
      ))}
    </ul>
  );
}
