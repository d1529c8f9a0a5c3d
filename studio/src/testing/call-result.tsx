import type { ConnectorManifest } from '@patchbay/shared/catalog';
import { attemptsOf, type CallRecord } from '@patchbay/shared/testing';
import { CornerUpLeft } from 'lucide-react';

import { count, formatDuration, formatNumber } from '#lib';
import { Badge, Button, JsonView, StatusGlyph } from '#ui';

import { Exchanges } from './exchanges.tsx';
import { PinCall } from './pin-call.tsx';
import { RemedyNote } from './remedy-note.tsx';
import { SaveCall } from './save-call.tsx';

interface CallResultProps {
  record: CallRecord;
  manifest: ConnectorManifest;
  /** Puts the call's input back into the form. */
  onUse: () => void;
  /** Sends what the form holds now; absent while that is not known. */
  onAgain?: () => void;
}

/** What came of a call: status, time, output, requests, and what to do when it failed. */
export function CallResult({ record, manifest, onUse, onAgain }: CallResultProps) {
  const { ok, ms, exchanges, problem, output, omitted, connection } = record;
  const { errors, docsUrl } = manifest;
  return (
    <section aria-label="Result" className="mb-6 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <StatusGlyph status={ok ? 'done' : 'failed'} />
        <span className="text-ink-3">{formatDuration(ms)}</span>
        <span className="text-ink-3">{sentWords(exchanges)}</span>
        {record.dryRun && <Badge>dry run: nothing was kept</Badge>}
        <span className="flex-1" />
        <Button size="sm" variant="ghost" icon={<CornerUpLeft />} onClick={onUse}>
          Use as sample
        </Button>
        {output !== undefined && <PinCall record={record} output={output} />}
        <SaveCall record={record} />
      </div>
      {problem && (
        <RemedyNote problem={problem} context={{ connection, errors, docsUrl }} onAgain={onAgain} />
      )}
      {omitted !== undefined && (
        <p className="text-sm text-ink-3">
          {`The output had ${formatNumber(omitted)} bytes and was not kept.`}
        </p>
      )}
      {output !== undefined && (
        <div className="h-64 overflow-hidden rounded-md border border-line">
          <JsonView value={output} label="Output" />
        </div>
      )}
      {exchanges.length > 0 && <Exchanges items={exchanges} />}
    </section>
  );
}

/** How many requests it took, and how often it was tried. */
function sentWords(exchanges: CallRecord['exchanges']): string {
  // What speaks another protocol sends no requests that could be counted.
  if (exchanges.length === 0) return '';
  return `${count(exchanges.length, 'request')}, ${count(attemptsOf(exchanges), 'attempt')}`;
}
