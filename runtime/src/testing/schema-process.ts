import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';

/** A process that validates one value; whoever started it ends it when it takes too long. */
process.once('message', (work) => {
  const { schema, value } = work as { schema: Schema; value: unknown };
  process.send?.(validate(schema, value));
});

// Keywords that only report that something below them failed.
const WRAPPERS = new Set(['properties', 'items', 'prefixItems', 'additionalProperties', '$ref']);

function validate(schema: Schema, value: unknown): object {
  try {
    const { errors } = new Validator(schema, '2020-12', false).validate(value);
    const own = errors.filter(({ keyword }) => !WRAPPERS.has(keyword));
    return { ok: true, errors: own.slice(0, 50).map(plain) };
  } catch (error) {
    return { ok: false, says: (error as Error).message };
  }
}

function plain({ instanceLocation, error }: OutputUnit): { path: string; says: string } {
  const parts = instanceLocation.split('/').slice(1).map(decodeURIComponent);
  const path = parts.reduce((text, part) => {
    if (/^\d+$/.test(part)) return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
  return { path, says: error };
}
