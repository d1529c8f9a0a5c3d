/** A bracket that is still open, and the path written right before it. */
interface Frame {
  bracket: string;
  path: string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\/\*[\s\S]*?(?:\*\/|$)|[([{]|[)\]}]/g;
const PATH = /((?:`[^`]+`|[$\w]+)(?:\[\d+\])?(?:\.(?:`[^`]+`|\w+)(?:\[\d+\])?)*)\.?$/;

/**
 * The paths whose elements bare names belong to at the end of `before`, outermost first: behind
 * `lines.{ "n": ` it is `lines`, in a filter `lines[` too.
 * @example scopesBefore('[trigger.lines.{ "n": ') // ['trigger.lines']
 */
export function scopesBefore(before: string): string[] {
  const open: Frame[] = [];
  for (const { 0: token, index } of before.matchAll(TOKEN)) {
    if ('([{'.includes(token))
      open.push({ bracket: token, path: pathBefore(before.slice(0, index), token) });
    else if (')]}'.includes(token)) open.pop();
  }
  return open.map(({ path }) => path).filter((path) => path !== '');
}

/** Only what a dot or a filter hangs on is a scope; a call's arguments and a list's items are none. */
function pathBefore(before: string, bracket: string): string {
  const text = before.trimEnd();
  const isStep = text.endsWith('.');
  if (!isStep && bracket !== '[') return '';
  return PATH.exec(text)?.[1] ?? '';
}
