const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LETTERS = 'abcdefghjkmnpqrstvwxyz';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

function encodeTime(ms: number): string {
  let rest = ms;
  let out = '';
  for (let i = 0; i < TIME_CHARS; i++) {
    out = ALPHABET.charAt(rest % 32) + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}

/**
 * A new identifier: 26 lower-case characters that sort by creation time (the layout of a ULID),
 * with 80 random bits, so it can be part of an address that nobody should guess.
 * It never holds a `:`, which BullMQ refuses in job ids.
 * @example newId() // '01jd3s6k0v8m4q2n7x5r9t1w3e'
 */
export function newId(now = Date.now()): string {
  return encodeTime(now) + randomChars(RANDOM_CHARS);
}

/** Where ids that are made from a time on begin: every one of them sorts after it. */
export function idAt(ms: number): string {
  return encodeTime(ms);
}

const pool = new Uint8Array(4096);
let spent = pool.length;

/** Random characters, five bits each; the system is asked for many at a time. */
function randomChars(count: number): string {
  if (spent + count > pool.length) {
    crypto.getRandomValues(pool);
    spent = 0;
  }
  let out = '';
  for (let i = 0; i < count; i++) out += ALPHABET.charAt((pool[spent++] ?? 0) & 31);
  return out;
}

/** A short random id for things inside one document (nodes, edges); letters and digits only. */
export function newLocalId(length = 8): string {
  return LETTERS.charAt(randomChars(1).charCodeAt(0) % LETTERS.length) + randomChars(length - 1);
}

/**
 * The stable slug a node is called by in expressions: a letter first, then letters, digits and `_`,
 * so that `steps.<key>` needs no quotes in JSONata.
 * A title without any gives `bare`.
 * @example slug('Create invoice', ['create_invoice']) // 'create_invoice_2'
 */
export function slug(title: string, taken: Iterable<string> = [], bare = 'step'): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '');
  const base =
    plain
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_0-9]+|_+$/g, '')
      .slice(0, 40) || bare;
  const used = new Set(taken);
  if (!used.has(base)) return base;
  let n = 2;
  while (used.has(`${base}_${n}`)) n++;
  return `${base}_${n}`;
}
