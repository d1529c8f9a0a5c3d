import { fieldAt, readList, setField, swapFields } from '@patchbay/shared/mapping';
import { ArrowUp, Plus } from 'lucide-react';
import type { ComponentType } from 'react';

import { Button, IconButton } from '#ui';

import type { ExpressionFieldProps } from './expression-field.tsx';
import { useExpressionTools, type ExpressionFieldsProps } from './expression-tools.ts';
import { emptyOf, resolve, startValue } from './schema.ts';
import { useFormTools } from './tools.ts';

interface ExpressionListProps extends ExpressionFieldsProps {
  /** Draws one item. */
  Item: ComponentType<ExpressionFieldProps>;
  /** Draws the fields of an item that is an object. */
  Fields: ComponentType<ExpressionFieldsProps>;
}

/** The items of one list constructor in the text, each a literal or an expression of its own. */
export function ExpressionList({ schema, path, Item, Fields }: ExpressionListProps) {
  const { root } = useFormTools();
  const { text, setText } = useExpressionTools();
  const found = fieldAt(text, path);
  const list = found && readList(text, found.valueStart, found.valueEnd);
  const items = typeof schema.items === 'object' ? resolve(schema.items, root) : {};
  const name = items.title ?? 'Item';
  const count = list?.fields.length ?? 0;
  const at = (place: number): string[] => [...path, String(place)];
  const add = (): void => {
    const value = JSON.stringify(startValue(items, root) ?? emptyOf(items));
    setText(list ? setField(text, at(count), value) : setField(text, path, `[${value}]`));
  };
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        <div key={`${i}-${count}`} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <Item
              field={{
                name: String(i),
                schema: { ...items, title: `${name} ${i + 1}` },
                required: false,
              }}
              path={at(i)}
              removable
              Fields={Fields}
            />
          </div>
          <IconButton
            label={`Move ${name.toLowerCase()} ${i + 1} up`}
            size="sm"
            disabled={i === 0}
            onClick={() => setText(swapFields(text, at(i - 1), at(i)))}
          >
            <ArrowUp />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus />}
        disabled={schema.maxItems !== undefined && count >= schema.maxItems}
        onClick={add}
        className="self-start"
      >
        Add {items.title?.toLowerCase() ?? 'an item'}
      </Button>
    </>
  );
}
