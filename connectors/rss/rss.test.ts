import type { RequestListener } from 'node:http';

import type { Json } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callAction } from '#sdk';
import { createOutbound } from '#sdk/outbound';
import { type Loopback, openTestContext, startLoopback } from '#sdk/testing';

import { rss } from './index.ts';

const FEEDS: Record<string, [string, string | Buffer]> = {
  rss: [
    'application/rss+xml',
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>News</title><link>https://n.example</link><description>All</description>
      <item><title>B &amp; C</title><guid isPermaLink="false">2</guid><link>https://n.example/2</link>
        <description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>
        <pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate><category>x</category>
        <enclosure url="https://n.example/2.mp3" length="3" type="audio/mpeg"/></item>
      <item><title>A</title><link>https://n.example/1</link><pubDate>some day</pubDate></item>
    </channel></rss>`,
  ],
  atom: [
    'application/atom+xml',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://n.example"/>
      <entry><id>urn:2</id><title>B</title><link rel="enclosure" href="https://n.example/f"/>
        <link href="https://n.example/2"/><updated>2026-11-24T11:00:00+01:00</updated>
        <author><name>Ann</name></author><summary>short</summary><category term="x"/></entry></feed>`,
  ],
  rdf: [
    'application/rdf+xml',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="c"><title>News</title></channel>
      <item rdf:about="urn:2"><title>B</title><link>https://n.example/2</link>
      <dc:date>2026-11-24</dc:date><dc:creator>Ann</dc:creator></item></rdf:RDF>`,
  ],
  json: [
    'application/feed+json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'News',
      home_page_url: 'https://n.example',
      items: [
        { id: '2', url: 'https://n.example/2', title: 'B', content_html: '<p>', tags: ['x'] },
      ],
    }),
  ],
  latin: [
    'text/xml',
    Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Zo\xeb</title></channel></rss>',
      'latin1',
    ),
  ],
  page: ['text/html', '<!doctype html><html><body>Not a feed</body></html>'],
  empty: ['text/xml', ''],
};

let etag = '"1"';
let extra = '';
const serve: RequestListener = (request, response) => {
  const name = (request.url ?? '').slice(1);
  if (name === 'gone') return void response.writeHead(410).end();
  if (name !== 'live') {
    const [type = '', body = ''] = FEEDS[name] ?? [];
    return void response.setHeader('content-type', type).end(body);
  }
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const item = '<item><guid>1</guid><title>old</title></item>';
  response.setHeader('etag', etag);
  response.end(`<rss version="2.0"><channel><title>L</title>${extra}${item}</channel></rss>`);
};

const outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
let peer: Loopback;
beforeAll(async () => {
  peer = await startLoopback(serve);
});
afterAll(async () => {
  await outbound.close();
  await peer.stop();
});

function read(name: string, more: object = {}): Promise<Json> {
  const input = { url: `${peer.url}/${name}`, ...more };
  return callAction(rss, 'read', openTestContext({ connector: rss, outbound }, input));
}

describe('a feed', () => {
  it('is read as RSS', async () => {
    expect(await read('rss')).toEqual({
      format: 'rss',
      title: 'News',
      link: 'https://n.example',
      description: 'All',
      items: [
        {
          id: '2',
          title: 'B & C',
          link: 'https://n.example/2',
          summary: 'short',
          content: '<p>long</p>',
          published: '2026-11-24T10:00:00.000Z',
          categories: ['x'],
          attachments: [{ url: 'https://n.example/2.mp3', type: 'audio/mpeg', size: 3 }],
        },
        expect.objectContaining({ id: 'https://n.example/1', published: 'some day' }),
      ],
    });
  });

  it.each([
    [
      'atom',
      { id: 'urn:2', published: '2026-11-24T10:00:00.000Z', author: 'Ann', categories: ['x'] },
    ],
    ['rdf', { id: 'urn:2', published: '2026-11-24T00:00:00.000Z', author: 'Ann' }],
    ['json', { id: '2', content: '<p>', categories: ['x'] }],
  ])('is read as %s in the same shape', async (format, item) => {
    const common = { title: 'B', link: 'https://n.example/2' };
    expect(await read(format)).toMatchObject({
      format,
      title: 'News',
      items: [{ ...common, ...item }],
    });
  });

  it('is read in the encoding that it declares', async () => {
    expect(await read('latin')).toMatchObject({ title: 'Zoë', items: [] });
  });

  it('gives no more items than are wanted', async () => {
    expect(await read('rss', { maxItems: 1 })).toMatchObject({ items: [{ id: '2' }] });
  });

  it.each([
    ['page', 'invalid_input', 'but with a page'],
    ['empty', 'invalid_input', 'did not answer with a feed'],
    ['gone', 'rejected', '410'],
  ])('is not made of %s', async (name, code, words) => {
    await expect(read(name)).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('the trigger', () => {
  const look = (cursor?: string) => {
    const ctx = openTestContext({ connector: rss, outbound }, { url: `${peer.url}/live` });
    return rss.triggers.newItem?.poll?.(ctx, { cursor, manifest: rss.manifest });
  };

  it('gives new items oldest first, and asks only for what has changed', async () => {
    const first = await look();
    expect(first).toMatchObject({ items: [{ id: '1' }] });
    expect(await look(first?.cursor)).toEqual({ items: [], cursor: first?.cursor });
    etag = '"2"';
    extra = '<item><guid>3</guid></item><item><guid>2</guid></item>';
    expect(await look(first?.cursor)).toMatchObject({
      items: [{ id: '1' }, { id: '2' }, { id: '3' }],
    });
  });
});
