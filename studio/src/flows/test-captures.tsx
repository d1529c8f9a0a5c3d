import type { Json } from '@patchbay/shared/base';
import { triggersOf } from '@patchbay/shared/flows';
import { listCaptures } from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { useState } from 'react';

import { formatAgo, useEndpoint } from '#lib';
import { Field, Select } from '#ui';

import { graphAtom } from './canvas.atoms.ts';
import { useEditor } from './editor-session.ts';
import { captureWords } from './start-captures.tsx';

interface TestCapturesProps {
  /** Takes a captured request as what expressions see as trigger. */
  onUse: (trigger: Json) => void;
}

/** Lets a request that a webhook caught stand in for the trigger; nothing when none was caught. */
export function TestCaptures({ onUse }: TestCapturesProps) {
  const hooks = triggersOf(useAtomValue(graphAtom)).filter(({ kind }) => kind === 'webhook');
  return hooks.map(({ id, title }) => (
    <CapturesOf key={id} trigger={id} title={title} onUse={onUse} />
  ));
}

interface CapturesOfProps extends TestCapturesProps {
  trigger: string;
  title: string;
}

function CapturesOf({ trigger, title, onUse }: CapturesOfProps) {
  const editor = useEditor();
  const params = { id: editor.flowId, node: trigger };
  const items = useEndpoint(listCaptures, { params }).data?.items ?? [];
  const [chosen, setChosen] = useState<string>();
  if (items.length === 0) return null;
  const use = (id: string): void => {
    const found = items.find((item) => item.id === id);
    if (!found) return;
    setChosen(id);
    onUse(found.payload as Json);
  };
  return (
    <Field label={`Captured by “${title.slice(0, 80)}”`} help="Puts the request in as trigger.">
      {(control) => (
        <Select
          {...control}
          placeholder="Choose a captured request…"
          value={chosen}
          onChange={use}
          choices={items.map(({ id, at, payload }) => ({
            value: id,
            label: formatAgo(at),
            hint: captureWords(payload).slice(0, 80),
          }))}
        />
      )}
    </Field>
  );
}
