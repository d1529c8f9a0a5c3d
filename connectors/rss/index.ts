/** Feeds: RSS, Atom, RDF and JSON Feed in one shape. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { newItem, read } from './read.ts';

export const rss = defineConnector({
  id: 'rss',
  version: '1.0.0',
  kind: 'protocol',
  name: 'RSS',
  description: 'Read feeds (RSS, Atom, RDF, JSON Feed) and act on new items.',
  categories: ['Communication', 'Core'],
  useCases: [
    'Post the news of a blog to a channel.',
    'Watch the release notes or the status page of a supplier.',
    'Collect the items of several feeds in a table.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#c2410c' },
  docsUrl: 'https://www.rssboard.org/rss-specification',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: [] },
  auth: [noAuth()],
  connectionOptional: true,
  actions: { read },
  triggers: { newItem },
});
