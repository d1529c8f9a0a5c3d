import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { convertDocument } from '@patchbay/connectors/sdk/openapi';
import { summaryOf } from '@patchbay/shared/catalog';

/** What came of all documents of a folder. */
export interface Conversions {
  /** As JSON, which takes the least memory. */
  summaries: string[];
  ms: number;
  failed: number;
  slowest: { ms: number; file: string };
  peakMb: number;
}

function convertAll(folder: string): Conversions {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(json|ya?ml)$/i.test(name))
    .toSorted();
  const slowest = { ms: 0, file: '' };
  const all: Conversions = { summaries: [], ms: 0, failed: 0, slowest, peakMb: 0 };
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const begun = performance.now();
    try {
      const { manifest } = convertDocument(text, { sha256: '' });
      all.summaries.push(JSON.stringify({ ...summaryOf(manifest), id: file }));
    } catch (error) {
      all.failed++;
      console.error(`${file}: ${(error as Error).message}`);
    }
    const ms = performance.now() - begun;
    all.ms += ms;
    if (ms > all.slowest.ms) all.slowest = { ms, file };
  }
  return { ...all, peakMb: process.resourceUsage().maxRSS / 1024 };
}

process.send?.(convertAll(process.argv[2] ?? ''));
