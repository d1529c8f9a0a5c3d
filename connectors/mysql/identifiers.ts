import { invalidInput } from '#sdk';

/** A name as it stands in SQL: quoted, so that it is never anything but a name. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0'))
    throw invalidInput('A name of a table or column is empty.');
  return `\`${name.replaceAll('`', '``')}\``;
}

/**
 * A table as it stands in SQL. Takes `users`, `sales.orders`, and quoted parts for names that hold a
 * dot: `` sales.`2026.orders` ``.
 */
export function quoteTable(table: string): string {
  return tableParts(table).map(quoteName).join('.');
}

/** The plain names that such a text holds: the table, or its database and the table. */
export function tableParts(table: string): string[] {
  const text = table.trim();
  const parts = text.match(/`(?:[^`]|``)+`|[^.`]+/g) ?? [];
  if (parts.length === 0 || parts.length > 2 || parts.join('.') !== text) {
    throw invalidInput(`"${table}" is not the name of a table.`, {
      field: 'table',
      hint: 'Choose a table from the list, or write database.table.',
    });
  }
  return parts.map(plainName);
}

/** The text that `quoteTable` reads back as this table of the connection's database. */
export function tableText(table: string): string {
  return /[.`]/.test(table) ? quoteName(table) : table;
}

function plainName(part: string): string {
  return part.startsWith('`') ? part.slice(1, -1).replaceAll('``', '`') : part;
}
