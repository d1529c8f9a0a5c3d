import type { Problem } from '@patchbay/shared/base';
import { Check, CircleAlert, Plus, Trash2 } from 'lucide-react';

import { Button, IconButton, Input } from '#ui';

import type { FunctionDraft } from './function-draft.ts';

type Example = FunctionDraft['examples'][number];

interface FunctionExamplesProps {
  examples: readonly Example[];
  /** By place; undefined for one that is right. */
  problems: readonly (Problem | undefined)[];
  onChange: (examples: Example[]) => void;
}

/** Calls of the function with what they give; each is tried as one types. */
export function FunctionExamples({ examples, problems, onChange }: FunctionExamplesProps) {
  const put = (at: number, part: Partial<Example>): void =>
    onChange(examples.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <section aria-label="Examples" className="flex flex-col gap-2">
      <p className="font-medium text-ink-2">Examples</p>
      {examples.map((example, i) => (
        // Examples have no names of their own; their place is what they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i}>
          <div className="grid grid-cols-[1.6fr_auto_1fr_auto_auto] items-center gap-2">
            <Input
              mono
              aria-label={`Example ${i + 1}`}
              placeholder="$gross(10, 0.15)"
              value={example.expression}
              onChange={({ target }) => put(i, { expression: target.value })}
            />
            <span aria-hidden className="text-ink-3">
              →
            </span>
            <Input
              mono
              aria-label={`What example ${i + 1} gives`}
              placeholder="11.5"
              value={example.result}
              onChange={({ target }) => put(i, { result: target.value })}
            />
            <ExampleMark
              isTried={example.expression !== '' && i < problems.length}
              problem={problems[i]}
            />
            <IconButton
              label={`Remove example ${i + 1}`}
              size="sm"
              onClick={() => onChange(examples.filter((_, at) => at !== i))}
            >
              <Trash2 />
            </IconButton>
          </div>
          {problems[i] && <p className="text-sm text-fail">{problems[i].message}</p>}
        </div>
      ))}
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        className="self-start"
        onClick={() => onChange([...examples, { expression: '', result: '' }])}
      >
        Add an example
      </Button>
    </section>
  );
}

function ExampleMark({ isTried, problem }: { isTried: boolean; problem: Problem | undefined }) {
  if (!isTried) return <span className="size-4" />;
  return problem ? (
    <CircleAlert role="img" aria-label="It gives something else" className="size-4 text-fail" />
  ) : (
    <Check role="img" aria-label="It gives that" className="size-4 text-ok" />
  );
}
