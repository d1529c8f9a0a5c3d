import { invalidInput } from '#sdk';

/**
 * The address of a request: absolute as it is, a path appended to the base. Appended, not resolved:
 * with the base `https://x/v1` the path `/users` means `https://x/v1/users`, as people write it.
 */
export function resolveUrl(baseUrl: string, url: string): string {
  const text = url.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  if (!baseUrl) {
    throw invalidInput('The address is only a path, and there is no base address.', {
      field: 'url',
      hint: 'Give the whole address with https://, or choose a connection that has a base address.',
    });
  }
  if (text.startsWith('//'))
    throw invalidInput('The address has no https:// in front.', { field: 'url' });
  const base = new URL(baseUrl);
  const [path, query] = splitOnce(text, '?');
  const start = base.pathname.replace(/\/$/, '');
  base.pathname = path === '' ? base.pathname : `${start}/${path.replace(/^\//, '')}`;
  if (query !== undefined) base.search = [base.search.slice(1), query].filter(Boolean).join('&');
  return base.href;
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
