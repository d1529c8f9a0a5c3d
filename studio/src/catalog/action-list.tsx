import {
  getAction,
  type ActionManifest,
  type ConnectorManifest,
  type TriggerManifest,
} from '@patchbay/shared/catalog';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';

import { problemIn, useEndpoint } from '#lib';
import { Badge, buttonClass, cx, Loading, ProblemNote } from '#ui';

import { FieldTable } from './field-table.tsx';

/** Every action with what it takes and gives, folded until looked at. */
export function ActionList({ manifest }: { manifest: ConnectorManifest }) {
  return (
    <ul className="divide-y divide-line">
      {Object.entries(manifest.actions).map(([id, action]) => (
        <Folded
          key={id}
          title={action.title}
          description={action.description}
          aside={<Effects effects={action.effects} deprecated={action.deprecated} />}
        >
          {action.deprecated && <p className="text-wait">{action.deprecated}</p>}
          <Link
            to="/testing"
            search={{ connector: manifest.id, action: id }}
            className={cx(buttonClass('secondary', 'sm'), 'justify-self-start')}
          >
            Try in the console
          </Link>
          <ActionFields connector={manifest.id} version={manifest.version} action={id} />
        </Folded>
      ))}
    </ul>
  );
}

/** Every event source with what it asks for and what a flow gets. */
export function TriggerList({ triggers }: { triggers: Record<string, TriggerManifest> }) {
  return (
    <ul className="divide-y divide-line">
      {Object.entries(triggers).map(([id, trigger]) => (
        <Folded
          key={id}
          title={trigger.title}
          description={trigger.description}
          aside={<Badge>{trigger.type === 'poll' ? 'looks regularly' : 'is called'}</Badge>}
        >
          <Fields title="Settings" schema={trigger.input} empty="Nothing to set." />
          {trigger.payload && (
            <Fields isOutput title="The flow gets" schema={trigger.payload} empty="What is sent." />
          )}
        </Folded>
      ))}
    </ul>
  );
}

interface FoldedProps {
  title: string;
  description?: string;
  aside: ReactNode;
  children: ReactNode;
}

function Folded({ title, description, aside, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover">
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{title}</span>
            {description && <span className="block text-sm text-ink-3">{description}</span>}
          </span>
          {aside}
        </summary>
        {isOpen && <div className="grid gap-4 px-4 pt-1 pb-4">{children}</div>}
      </details>
    </li>
  );
}

/** Schemas are read when they are looked at: an imported connector has thousands. */
function ActionFields(params: { connector: string; version: string; action: string }) {
  const { connector: id, version, action } = params;
  const found = useEndpoint(
    getAction,
    { params: { id, version, action } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const problem = problemIn(found);
  if (problem) return <ProblemNote problem={problem} />;
  if (!found.data) return <Loading what="the fields" />;
  return (
    <>
      <Fields title="Input" schema={found.data.input} empty="It takes nothing." />
      {found.data.output && (
        <Fields
          isOutput
          title="Output"
          schema={found.data.output}
          empty="Whatever the other side answers."
        />
      )}
    </>
  );
}

type FieldsProps = Parameters<typeof FieldTable>[0] & { title: string };

function Fields({ title, ...table }: FieldsProps) {
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold text-ink-3">{title}</h3>
      <FieldTable {...table} />
    </section>
  );
}

function Effects({ effects, deprecated }: Pick<ActionManifest, 'effects' | 'deprecated'>) {
  return (
    <span className="flex gap-1">
      {deprecated && <Badge tone="wait">deprecated</Badge>}
      {effects.destructive && <Badge tone="fail">destructive</Badge>}
      {effects.destructiveWhen && <Badge tone="wait">can be destructive</Badge>}
      <Badge>{effects.reads ? 'reads' : 'writes'}</Badge>
      {!effects.reads && effects.idempotent && <Badge tone="ok">repeatable</Badge>}
    </span>
  );
}
