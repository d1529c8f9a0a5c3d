import type { JsonObject, Problem } from '@patchbay/shared/base';
import type { ImportPreview } from '@patchbay/shared/catalog';
import { useState } from 'react';

import { count } from '#lib';
import { Badge, Button, Field, Input, Panel, ProblemNote } from '#ui';

import { ChangeList } from './change-list.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportOverlay } from './import-overlay.tsx';

interface ImportReviewProps {
  found: ImportPreview;
  problem: Problem | undefined;
  isBusy: boolean;
  onInstall: (id: string, overlay: JsonObject) => void;
}

/** What a document would become, what is missing, and the overlay that mends it. */
export function ImportReview({ found, problem, isBusy, onInstall }: ImportReviewProps) {
  const { installed } = found;
  const [id, setId] = useState(found.manifest.id);
  const [overlay, setOverlay] = useState<JsonObject>(installed?.overlay ?? {});
  const patch = (part: JsonObject): void => setOverlay(mergeOverlay(overlay, part));
  const isTaken = installed?.builtIn === true && id === found.manifest.id;
  return (
    <>
      <Found found={found} />
      {installed && installed.changes.length > 0 && (
        <Panel title={`What changes after ${installed.version}`}>
          <ChangeList changes={installed.changes} />
        </Panel>
      )}
      <Gaps found={found} />
      <ImportOverlay found={found} overlay={overlay} onPatch={patch} onChange={setOverlay} />
      <ImportActions found={found} overlay={overlay} onPatch={patch} />
      {problem && <ProblemNote problem={problem} />}
      <div className="flex items-end gap-3">
        <Field
          label="Id"
          className="w-80"
          required
          help="What flows call it by. It stays over all versions."
          error={isTaken ? 'This is a connector of Patchbay itself. Choose another id.' : undefined}
        >
          {(control) => (
            <Input
              {...control}
              mono
              value={id}
              disabled={installed !== undefined && !installed.builtIn}
              onChange={(event) => setId(event.target.value)}
            />
          )}
        </Field>
        <Button
          variant="primary"
          className="mb-6"
          disabled={isBusy || isTaken}
          onClick={() => onInstall(id, overlay)}
        >
          {installed && !installed.builtIn ? 'Install as a new version' : 'Install'}
        </Button>
      </div>
    </>
  );
}

/** A patch on a patch: `null` is kept, because it takes something of the document away. */
function mergeOverlay(overlay: JsonObject, part: JsonObject): JsonObject {
  const merged: JsonObject = { ...overlay };
  for (const [name, value] of Object.entries(part)) {
    const before = merged[name];
    if (value === null || typeof value !== 'object' || Array.isArray(value)) merged[name] = value;
    else if (typeof before !== 'object' || before === null || Array.isArray(before))
      merged[name] = value;
    else merged[name] = mergeOverlay(before, value);
  }
  return merged;
}

function Found({ found }: { found: ImportPreview }) {
  const { manifest, actions, findings } = found;
  const facts: [string, string][] = [
    ['Format', findings.format],
    ['Its version', findings.documentVersion || 'not said'],
    ['Address', addressOf(manifest)],
    ['Sign-in', manifest.auth.map(({ title }) => title).join(', ')],
  ];
  if (manifest.origin.kind === 'openapi')
    facts.push(['Lists that go on', count(Object.keys(findings.pagination).length, 'action')]);
  return (
    <Panel title={manifest.name}>
      <p className="mb-3 flex flex-wrap items-center gap-2 text-ink-2">
        <Badge tone="ok">{count(actions.length, 'action')}</Badge>
        {manifest.description}
      </p>
      <dl className="grid grid-cols-[180px_minmax(0,1fr)] gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function addressOf({ origin, network }: ImportPreview['manifest']): string {
  if (origin.kind === 'mcp' && origin.transport === 'stdio') return `the program ${origin.server}`;
  return network.baseUrl ?? 'not said';
}

function Gaps({ found }: { found: ImportPreview }) {
  const { gaps } = found.findings;
  if (gaps.length === 0) return null;
  return (
    <Panel title="What it leaves open">
      <ul className="flex flex-col gap-2">
        {gaps.map((gap) => (
          <li key={gap.code}>
            <p className="flex items-baseline gap-2">
              <Badge tone="wait">{gap.count}</Badge>
              {gap.message}
            </p>
            {gap.examples.length > 0 && (
              <p className="truncate font-mono text-sm text-ink-3">{gap.examples.join(' · ')}</p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
