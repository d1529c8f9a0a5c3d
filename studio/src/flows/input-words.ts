import { literalOf, readObject } from '@patchbay/shared/mapping';

const MOST_CHARACTERS = 60;

/** What a map makes: in its author's words when it begins with a comment, else by its fields. */
export function mapWords(text: string): string {
  const names = fieldNames(text);
  if (names?.length === 0) return 'Makes nothing yet';
  return authorsWords(text) ?? (names ? `Makes ${shorten(names.join(', '))}` : shorten(text));
}

/** What a caller is answered: "201 with id, total". */
export function respondWords(text: string): string {
  if (!readObject(text)) return authorsWords(text) ?? shorten(text);
  const status = valueText(text, 'status') ?? '200';
  const body = valueText(text, 'body');
  if (body === undefined) return `Answers ${status}`;
  const names = fieldNames(body);
  return `Answers ${status} with ${names?.length ? shorten(names.join(', ')) : shorten(body)}`;
}

/** The words a run ends with. */
export function failWords(text: string): string {
  const message = valueText(text, 'message') ?? '';
  const said = literalOf(message)?.value;
  return shorten(typeof said === 'string' ? said : message || text);
}

/** One line of at most so many characters. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line || 'nothing';
}

function authorsWords(text: string): string | undefined {
  const words = /^\s*\/\*([^]*?)\*\//.exec(text)?.[1]?.trim();
  return words ? shorten(words) : undefined;
}

function fieldNames(text: string): string[] | undefined {
  return readObject(text)?.fields.map(({ key }) => key ?? '…');
}

function valueText(text: string, key: string): string | undefined {
  const field = readObject(text)?.fields.find((one) => one.key === key);
  return field && text.slice(field.valueStart, field.valueEnd);
}
