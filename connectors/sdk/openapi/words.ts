/** A text or number as text; anything else counts as not said. */
export function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The first paragraph of a text on one line, at most `most` characters, without Markdown links. */
export function shorten(text: string, most: number): string {
  const start = text.slice(0, most * 4).trim();
  const [paragraph = ''] = start.split(/\n\s*\n/, 1);
  const plain = paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}

/** A name in words: `listPetsById` and `list-pets_by.id` give `List pets by id`. */
export function inWords(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name for addresses: small letters, digits and dashes, beginning with a letter. */
export function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return /^[a-z]/.test(slug) ? slug : `api-${slug}`.replace(/-$/, '');
}

/** An id made of a text that is not taken yet. */
export function freeId(text: string, taken: Record<string, unknown>): string {
  const plain = text.replace(/[^\w]+/g, '-').replace(/^-+|-+$/g, '') || 'action';
  let id = plain === '__proto__' ? 'proto' : plain;
  for (let i = 2; Object.hasOwn(taken, id); i++) id = `${plain}-${i}`;
  return id;
}
