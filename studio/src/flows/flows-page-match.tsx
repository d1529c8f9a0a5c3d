import { useState } from 'react';

import { Button, Dialog, Field, Select } from '#ui';

import type { OpenImport } from './flows-page-commands.ts';

interface MatchConnectionsProps {
  asking: OpenImport;
  onAnswer: (chosen: ReadonlyMap<string, string | undefined>) => void;
  onClose: () => void;
}

const LATER = '';

/** Asks once for each connection of a flow file which one here is meant. */
export function MatchConnections({ asking, onAnswer, onClose }: MatchConnectionsProps) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const answer = (): void =>
    onAnswer(new Map(asking.open.map(({ id }) => [id, chosen[id] || undefined])));
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Import “${asking.file.name.slice(0, 60)}”`}
      description="Its steps use connections that are not the same here."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" onClick={answer}>
            Import
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {asking.open.map(({ id, name, connector, choices }) => (
          <Field
            key={id}
            label={`“${name}” (${connector})`}
            help={
              choices.length === 0 ? 'There is no connection of this connector yet.' : undefined
            }
          >
            {(control) => (
              <Select
                {...control}
                choices={[
                  { value: LATER, label: 'Choose later, in the steps' },
                  ...choices.map((one) => ({ value: one.id, label: one.name })),
                ]}
                value={chosen[id] ?? LATER}
                onChange={(value) => setChosen({ ...chosen, [id]: value })}
              />
            )}
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
