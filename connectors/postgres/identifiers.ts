import { invalidInput } from '#sdk';

/** A name as it stands in SQL: quoted, so that it is never anything but a name. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0'))
    throw invalidInput('A name of a table or column is empty.');
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A table as it stands in SQL. Takes `users`, `sales.orders`, and quoted parts for names that hold a
 * dot: `sales."2026.orders"`. Upper and lower case matter, as in quoted SQL names.
 */
export function quoteTable(table: string): string {
  const parts = splitTable(table.trim());
  if (!parts || parts.length === 0 || parts.length > 2) {
    throw invalidInput(`"${table}" is not the name of a table.`, {
      field: 'table',
      hint: 'Choose a table from the list, or write schema.table.',
    });
  }
  return parts.map(quoteName).join('.');
}

/** The text that `quoteTable` reads back as this schema and table. */
export function tableText(schema: string, table: string): string {
  return [schema, table].map((part) => (/[."]/.test(part) ? quoteName(part) : part)).join('.');
}

function splitTable(text: string): string[] | undefined {
  const parts = text.match(/"(?:[^"]|"")+"|[^."]+/g) ?? [];
  if (parts.join('.') !== text) return undefined;
  return parts.map((part) =>
    part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part,
  );
}
