import {
  buildShape,
  evaluateExpression,
  fieldAt,
  formatText,
  setField,
} from '@patchbay/shared/mapping';
import document from '@patchbay/shared/mapping/corpus-document.json' with { type: 'json' };
import corpus from '@patchbay/shared/mapping/corpus.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

import { targetOf } from './connect-fields.ts';
import { shownShape, slotsOf } from './shape-parts.ts';
import { pathKey } from './source-path.ts';

const AROUND = '{ "first": 1 /* kept */, "x": 0, "last": $count(trigger.empty) }';

async function worth(text: string): Promise<string> {
  const found = await evaluateExpression(text, document);
  return found.ok ? (found.text ?? 'nothing') : 'fails';
}

/** The form's way: the field's own text, taken out and put back as typed. */
function throughForm(text: string): string {
  const found = fieldAt(text, ['x']);
  if (!found) throw new Error('The form has lost the field.');
  return setField(text, ['x'], text.slice(found.valueStart, found.valueEnd));
}

/** The lines' way: the field as a small shape, each of its parts put back as it stands. */
function throughLines(text: string): string {
  const field = targetOf({}, text).fields.get(pathKey(['x']));
  if (!field) throw new Error('The lines have lost the field.');
  const code = text.slice(field.node.start, field.node.end);
  let rebuilt = buildShape(shownShape(code));
  for (const i of slotsOf(shownShape(rebuilt)).keys()) {
    const slot = slotsOf(shownShape(rebuilt))[i];
    if (slot) rebuilt = buildShape(slot.put(slot.text));
  }
  return setField(text, ['x'], rebuilt);
}

describe('an expression that goes through all three views gives the same', () => {
  it.each(corpus)('%s', async (expression) => {
    const typed = setField(AROUND, ['x'], expression);
    const expected = await worth(
      `{ "first": 1, "x": ${expression}\n, "last": $count(trigger.empty) }`,
    );
    const form = throughForm(typed);
    expect(form, 'the form changes nothing').toBe(typed);
    const lines = throughLines(form);
    expect(await worth(lines)).toBe(expected);
    const code = formatText(lines);
    expect(await worth(code)).toBe(expected);
    expect(code).toContain('/* kept */');
    expect(throughForm(throughLines(code)), 'and again').toContain('/* kept */');
  });
});
