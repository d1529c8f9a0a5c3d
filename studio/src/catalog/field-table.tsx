import type { JsonSchema } from '@patchbay/shared/catalog';

import { Badge } from '#ui';

import { fieldRows } from './field-rows.ts';

interface FieldTableProps {
  schema: JsonSchema;
  /** Said when there are no fields. */
  empty: string;
  /** What comes out is not asked for, so nothing of it is required. */
  isOutput?: boolean;
}

/** The fields of a schema with type and meaning. */
export function FieldTable({ schema, empty, isOutput }: FieldTableProps) {
  const rows = fieldRows(schema);
  if (rows.length === 0) return empty ? <p className="text-ink-3">{empty}</p> : null;
  return (
    <dl className="flex flex-col gap-1.5">
      {rows.map((row) => (
        <div key={row.path} style={{ paddingLeft: row.depth * 14 }}>
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono text-sm text-ink">{row.name}</code>
            <span className="text-sm text-ink-3">{row.type}</span>
            {row.required && !isOutput && <span className="text-sm text-fail">required</span>}
            {row.isSecret && <Badge tone="accent">secret</Badge>}
          </dt>
          {row.about && <dd className="text-sm break-words text-ink-2">{row.about}</dd>}
        </div>
      ))}
    </dl>
  );
}
