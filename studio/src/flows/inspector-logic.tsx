import type { NodeOf } from '@patchbay/shared/flows';

import { Field, NumberField, Select } from '#ui';

import { useConfigPatch } from './use-patch.ts';

/** How a loop works through its list. */
export function LoopConfig({ node }: { node: NodeOf<'loop'> }) {
  const patch = useConfigPatch(node);
  const { concurrency, onItemError } = node.config;
  return (
    <>
      <NumberField
        label="Items at once"
        help="1 works through the list in order; more is faster."
        min={1}
        max={1000}
        whole
        value={concurrency}
        onChange={(next) => patch({ concurrency: next }, 'Concurrency')}
      />
      <Field label="When an item fails">
        {(control) => (
          <Select
            {...control}
            value={onItemError}
            onChange={(next) => patch({ onItemError: next }, 'On item error')}
            choices={[
              { value: 'stop', label: 'Stop the loop', hint: 'The loop fails with that item' },
              {
                value: 'collect',
                label: 'Go on and collect',
                hint: 'Its output lists them under errors',
              },
            ]}
          />
        )}
      </Field>
    </>
  );
}

/** What a join waits for. */
export function JoinConfig({ node }: { node: NodeOf<'join'> }) {
  const patch = useConfigPatch(node);
  return (
    <Field label="Goes on" help="Its output holds the outputs of what arrived, by step key.">
      {(control) => (
        <Select
          {...control}
          value={node.config.mode}
          onChange={(mode) => patch({ mode }, 'Mode')}
          choices={[
            { value: 'all', label: 'When every wire arrived' },
            { value: 'any', label: 'With the first that arrives' },
          ]}
        />
      )}
    </Field>
  );
}

/** What a wait's input means. */
export function WaitConfig({ node }: { node: NodeOf<'wait'> }) {
  const patch = useConfigPatch(node);
  return (
    <Field label="Waits" help="A waiting run costs nothing and survives restarts.">
      {(control) => (
        <Select
          {...control}
          value={node.config.mode}
          onChange={(mode) => patch({ mode }, 'Mode')}
          choices={[
            { value: 'for', label: 'For a number of seconds', hint: 'Set under Input' },
            { value: 'until', label: 'Until a time', hint: 'An ISO time, set under Input' },
          ]}
        />
      )}
    </Field>
  );
}
