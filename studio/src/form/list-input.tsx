import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useId, type ComponentType } from 'react';

import { Button, IconButton } from '#ui';

import { ScalarInput } from './scalar-input.tsx';
import { emptyOf, kindOf, resolve, startValue } from './schema.ts';
import { pathName, useFormTools, type ValueProps } from './tools.ts';

interface ListInputProps extends ValueProps {
  /** Draws an item that is an object or a list itself. */
  Editor: ComponentType<ValueProps>;
}

/** A list of plain values: add, remove, move up. */
export function ListInput({ schema, value, onChange, path, Editor }: ListInputProps) {
  const { root } = useFormTools();
  const list: unknown[] = Array.isArray(value) ? value : [];
  const items = typeof schema.items === 'object' ? resolve(schema.items, root) : {};
  const full = schema.maxItems !== undefined && list.length >= schema.maxItems;
  const add = (): void => onChange([...list, startValue(items, root) ?? emptyOf(items)]);
  return (
    <div className="flex flex-col gap-2">
      {list.map((item, i) => (
        <ListRow
          key={`${i}-${list.length}`}
          schema={items}
          Editor={Editor}
          value={item}
          path={[...path, String(i)]}
          onChange={(next) => onChange(list.with(i, next ?? emptyOf(items)))}
          onRemove={() => onChange(list.toSpliced(i, 1))}
          onUp={i === 0 ? undefined : () => onChange(movedUp(list, i))}
        />
      ))}
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        disabled={full}
        onClick={add}
        className="self-start"
      >
        Add {items.title?.toLowerCase() ?? 'an item'}
      </Button>
    </div>
  );
}

function movedUp(list: unknown[], at: number): unknown[] {
  return list.with(at, list[at - 1]).with(at - 1, list[at]);
}

interface ListRowProps extends ListInputProps {
  onRemove: () => void;
  onUp?: () => void;
}

function ListRow({ onRemove, onUp, Editor, ...props }: ListRowProps) {
  const id = useId();
  const { errors } = useFormTools();
  const kind = kindOf(props.schema);
  const nested = kind === 'object' || kind === 'list' || kind === 'variants';
  const place = Number(props.path.at(-1)) + 1;
  const error = errors[pathName(props.path)];
  return (
    <div className="flex items-start gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {nested ? (
          <div className="flex flex-col gap-2 rounded-md border border-line p-2">
            <Editor {...props} />
          </div>
        ) : (
          <>
            <label htmlFor={id} className="sr-only">{`Item ${place}`}</label>
            <ScalarInput name={String(place)} {...props} control={{ id }} />
          </>
        )}
        {error && <p className="text-sm text-fail">{error}</p>}
      </div>
      <IconButton label={`Move item ${place} up`} disabled={!onUp} onClick={onUp}>
        <ArrowUp />
      </IconButton>
      <IconButton label={`Remove item ${place}`} onClick={onRemove}>
        <Trash2 />
      </IconButton>
    </div>
  );
}
