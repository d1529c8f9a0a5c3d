const MOST_PAGES = 12;

/**
 * What a person does at an authorization server, without a browser: follows its redirects, signs in
 * and agrees on its pages. Gives the address it is sent to outside of the server, or undefined when it
 * ends on a page of the server (as a device authorization does).
 */
export async function agreeAtProvider(start: string): Promise<URL | undefined> {
  const cookies = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } | undefined = { url: start };
  const { origin } = new URL(start);
  for (let page = 0; next && page < MOST_PAGES; page++) {
    if (new URL(next.url).origin !== origin) return new URL(next.url);
    next = await step(next, cookies);
  }
  return undefined;
}

type Visit = { url: string; body?: URLSearchParams };

async function step(
  { url, body }: Visit,
  cookies: Map<string, string>,
): Promise<Visit | undefined> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    body,
    headers: { cookie },
    redirect: 'manual',
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  const location = answer.headers.get('location');
  const html = await answer.text();
  return location ? { url: new URL(location, url).href } : submitForm(html, url);
}

/** Fills the page's form in as it stands, with a login where it asks for one. */
function submitForm(html: string, url: string): Visit | undefined {
  const form = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(html);
  if (!form) return undefined;
  const body = new URLSearchParams();
  for (const [input] of (form[2] ?? '').matchAll(/<(input|button)[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = /value="([^"]*)"/.exec(input)?.[1];
    if (name && name !== 'abort') body.set(name, value ?? 'ada');
  }
  return { url: new URL(form[1] ?? '', url).href, body };
}
