import { Plug } from 'lucide-react';

import { Badge, type Tone } from './badge.tsx';
import { Button } from './button.tsx';
import { ConnectorIcon } from './connector-icon.tsx';
import { CopyLine } from './copy-line.tsx';
import { EmptyState } from './empty-state.tsx';
import { JsonView } from './json-view.tsx';
import { MonogramTile } from './monogram-tile.tsx';
import { Panel } from './panel.tsx';
import { ProblemNote } from './problem-note.tsx';
import { Loading } from './spinner.tsx';
import { StatusGlyph } from './status-glyph.tsx';
import { Duration, TimeAgo } from './time-ago.tsx';

const STATUSES =
  'queued running waiting retrying done failed cancelled quarantined skipped active auth_error unreachable degraded disabled never_tested live off'.split(
    ' ',
  );
const TONES: Tone[] = ['neutral', 'accent', 'ok', 'fail', 'wait', 'run'];
const NOW = Date.now();
const MANY = Array.from({ length: 10_000 }, (_, i) => ({
  id: i,
  name: `Row ${i}`,
  ok: i % 3 === 0,
  nested: { price: i * 1.5, tags: ['a', 'b'] },
}));
const PROBLEM = {
  message: 'Xero refused the token (401).',
  hint: 'Reconnect “Finance Department Xero”.',
};

export function DataGallery() {
  return (
    <div className="grid gap-4 py-4">
      <Panel title="Statuses">
        <div className="grid grid-cols-4 gap-2">
          {STATUSES.map((status) => (
            <StatusGlyph key={status} status={status} />
          ))}
        </div>
        <div className="mt-4 flex gap-2">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </div>
        <div className="mt-4 flex items-center gap-4">
          <TimeAgo at={NOW - 75_000} />
          <TimeAgo at={NOW + 600_000} />
          <Duration from={NOW} />
          <Duration from={0} to={83} />
          <ConnectorIcon icon={{ color: '#13b5ea' }} name="Xero" />
          <ConnectorIcon icon={{ color: '#ffe01b' }} name="Mail Chimp" size="lg" />
          <ConnectorIcon name="Unknown" size="sm" />
        </div>
        <div className="mt-4 flex items-center gap-4">
          <MonogramTile id="finance" name="Finance" size="sm" />
          <MonogramTile id="sales" name="Sales North" />
          <MonogramTile id="ops" name="Operations" size="lg" />
        </div>
      </Panel>
      <Panel title="Words">
        <div className="grid gap-3">
          <ProblemNote problem={PROBLEM} action={<Button size="sm">Reconnect</Button>} />
          <ProblemNote problem={PROBLEM} tone="wait" onAgain={() => undefined} />
          <CopyLine label="Webhook address" text="https://patchbay.example/hooks/orders" />
          <Loading what="runs" />
          <EmptyState icon={<Plug />} title="No connections yet" action={<Button>Add one</Button>}>
            One sentence that teaches.
          </EmptyState>
        </div>
      </Panel>
      <Panel title="10,000 rows" flush>
        <div className="h-80">
          <JsonView value={MANY} label="Output" rootPath="steps.rows" />
        </div>
      </Panel>
    </div>
  );
}
