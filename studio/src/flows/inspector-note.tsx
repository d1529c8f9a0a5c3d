import type { NodeOf } from '@patchbay/shared/flows';

import { Field, Select, Textarea } from '#ui';

import { useConfigPatch } from './use-patch.ts';

/** The words of a note, and its colour. */
export function NoteConfig({ node }: { node: NodeOf<'note'> }) {
  const patch = useConfigPatch(node);
  return (
    <>
      <Field label="Text">
        {(control) => (
          <Textarea
            {...control}
            rows={10}
            maxLength={20_000}
            value={node.config.text}
            onChange={(event) => patch({ text: event.target.value }, 'Text')}
          />
        )}
      </Field>
      <Field label="Colour">
        {(control) => (
          <Select
            {...control}
            value={node.config.color ?? 'yellow'}
            onChange={(color) => patch({ color }, 'Colour')}
            choices={COLORS}
          />
        )}
      </Field>
    </>
  );
}

const COLORS = [
  { value: 'yellow', label: 'Yellow' },
  { value: 'green', label: 'Green' },
  { value: 'blue', label: 'Blue' },
  { value: 'red', label: 'Red' },
  { value: 'grey', label: 'Grey' },
];
