import type { NodeOf } from '@patchbay/shared/flows';

import { Field, Textarea } from '#ui';

import { useConfigPatch } from './use-patch.ts';

/** The words of a note. */
export function NoteConfig({ node }: { node: NodeOf<'note'> }) {
  const patch = useConfigPatch(node);
  return (
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
  );
}
