import { createHash } from 'node:crypto';

import { convertTools } from '@patchbay/connectors/sdk/mcp';
import { convertDocument } from '@patchbay/connectors/sdk/openapi';
import { problem, toProblem, type JsonObject, type Problem } from '@patchbay/shared/base';
import {
  compareManifests,
  nextVersion,
  overlayManifest,
  summaryOf,
  type Change,
  type ConnectorManifest,
  type ConnectorSummary,
  type Findings,
} from '@patchbay/shared/catalog';

/** Work on large documents, away from the process that answers everybody. */
export type ImportJob =
  | { kind: 'convert'; of: 'openapi' | 'mcp'; text: string; source?: string }
  | {
      kind: 'lay';
      /** The converted manifest, and the installed one it follows, as JSON. */
      base: string;
      before?: string;
      overlay: JsonObject;
      id: string;
    };

export interface ConvertResult {
  hash: string;
  manifest: string;
  findings: Findings;
}

export interface LayResult {
  version: string;
  changes: Change[];
  summary: ConnectorSummary;
}

export type ImportAnswer =
  | { ok: true; value: ConvertResult | LayResult }
  | { ok: false; problem: Problem };

function convert({ of, text, source }: ImportJob & { kind: 'convert' }): ConvertResult {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const { manifest, findings } =
    of === 'mcp'
      ? convertTools(text)
      : convertDocument(text, { sha256, ...(source && { source }) });
  // Another place of origin may give another base address.
  const hash = createHash('sha256')
    .update(`${sha256} ${source ?? ''}`)
    .digest('hex');
  return { hash, manifest: JSON.stringify(manifest), findings };
}

const FIRST = '1.0.0';

function lay({ base, before, overlay, id }: ImportJob & { kind: 'lay' }): LayResult {
  const document = { ...(JSON.parse(base) as ConnectorManifest), id };
  const after = overlayManifest(document, overlay);
  if (before === undefined) return { version: FIRST, changes: [], summary: summaryOf(after) };
  const installed = JSON.parse(before) as ConnectorManifest;
  const changes = compareManifests(installed, after);
  const version = changes.length > 0 ? nextVersion(installed.version, changes) : installed.version;
  return { version, changes, summary: { ...summaryOf(after), version } };
}

function answer(job: ImportJob): ImportAnswer {
  try {
    return { ok: true, value: job.kind === 'convert' ? convert(job) : lay(job) };
  } catch (error) {
    // The stack ran out: the document nests deeper than anything that is meant to be read.
    if (error instanceof RangeError) return { ok: false, problem: TOO_DEEP };
    return { ok: false, problem: toProblem(error) };
  }
}

const TOO_DEEP = problem('json_too_deep', 'The document is nested too deep to be read.', {
  hint: 'Send an OpenAPI document as its tools write it.',
});

process.on('message', (job: ImportJob) => process.send?.(answer(job)));
