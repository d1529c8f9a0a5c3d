import type { ActionManifest } from '@patchbay/shared/catalog';

import { Badge } from '#ui';

import { FieldTable } from './field-table.tsx';

/** Every action with what it takes and gives, folded until looked at. */
export function ActionList({ actions }: { actions: Record<string, ActionManifest> }) {
  return (
    <ul className="divide-y divide-line">
      {Object.entries(actions).map(([id, action]) => (
        <li key={id}>
          <details className="group">
            <summary className="flex items-center gap-3 px-4 py-2.5 hover:bg-hover">
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{action.title}</span>
                {action.description && (
                  <span className="block text-sm text-ink-3">{action.description}</span>
                )}
              </span>
              <Effects effects={action.effects} deprecated={action.deprecated} />
            </summary>
            <div className="grid gap-4 px-4 pt-1 pb-4">
              {action.deprecated && <p className="text-wait">{action.deprecated}</p>}
              <section>
                <h3 className="mb-1 text-sm font-semibold text-ink-3">Input</h3>
                <FieldTable schema={action.input} empty="It takes nothing." />
              </section>
              {action.output && (
                <section>
                  <h3 className="mb-1 text-sm font-semibold text-ink-3">Output</h3>
                  <FieldTable
                    isOutput
                    schema={action.output}
                    empty="Whatever the other side answers."
                  />
                </section>
              )}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Effects({ effects, deprecated }: Pick<ActionManifest, 'effects' | 'deprecated'>) {
  return (
    <span className="flex gap-1">
      {deprecated && <Badge tone="wait">deprecated</Badge>}
      {effects.destructive && <Badge tone="fail">destructive</Badge>}
      <Badge>{effects.reads ? 'reads' : 'writes'}</Badge>
      {!effects.reads && effects.idempotent && <Badge tone="ok">repeatable</Badge>}
    </span>
  );
}
