import { syntaxError } from './syntax-error.ts';

const TYPES: Record<string, string> = {
  s: '[sm]',
  n: '[nm]',
  b: '[bm]',
  l: '[lm]',
  o: '[om]',
  a: '[asnblfom]',
  f: 'f',
  j: '[asnblom]',
  x: '[asnblfom]',
};

interface Parameter {
  type: string;
  pattern: string;
}

/** Refuses the signatures of functions that jsonata refuses, such as `<n<s>>`. */
export function checkSignature(text: string, offset: number): void {
  const parameters: Parameter[] = [];
  let last: Parameter = { type: '', pattern: '' };
  for (let i = 1; i < text.length && text.charAt(i) !== ':'; i++) {
    const c = text.charAt(i);
    if (c === '(' || c === '<') {
      const end = closingOf(text, i);
      const inner = text.slice(i + 1, end);
      if (c === '<' && last.type !== 'a' && last.type !== 'f')
        syntaxError('only lists and functions have types in their signature', offset + i);
      if (c === '(' && inner.includes('<'))
        syntaxError('a choice in a signature can hold no typed lists', offset + i);
      if (c === '(') parameters.push((last = { type: c, pattern: `[${inner}m]` }));
      i = end;
    } else if ('-?+'.includes(c)) last.pattern += c === '-' ? '?' : c;
    else if (TYPES[c]) parameters.push((last = { type: c, pattern: TYPES[c] }));
  }
  if (!isPattern(parameters)) syntaxError('the signature is not one', offset);
}

/** The bracket that closes the one at `open`; the end of the text when none does. */
function closingOf(text: string, open: number): number {
  const opening = text.charAt(open);
  const closing = opening === '(' ? ')' : '>';
  let depth = 1;
  for (let i = open + 1; i < text.length; i++) {
    if (text.charAt(i) === closing) depth--;
    else if (text.charAt(i) === opening) depth++;
    if (depth === 0) return i;
  }
  return text.length;
}

function isPattern(parameters: Parameter[]): boolean {
  try {
    RegExp(`^${parameters.map(({ pattern }) => `(${pattern})`).join('')}$`);
    return true;
  } catch {
    return false;
  }
}
