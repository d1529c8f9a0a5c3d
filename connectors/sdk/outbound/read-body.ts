import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { JSON_LIMITS, parseJson, problem, ProblemError } from '@patchbay/shared/base';

import { rejected, type ResponseType } from '#sdk';

/** What is known of an answer before its body is read. */
export interface BodyFacts {
  headers: Record<string, string>;
  maxBytes: number;
  host: string;
}

const TEXT = /^text\/|[/+](xml|javascript|x-www-form-urlencoded|yaml|csv|graphql)$/;
const JSON_TYPE = /[/+]json$/;

/** The body, inflated; throws `too_large` as soon as more than `maxBytes` have come out. */
export async function readBytes(stream: Readable, facts: BodyFacts): Promise<Buffer> {
  const declared = Number(facts.headers['content-length'] ?? 0);
  if (declared > facts.maxBytes) throw tooLarge(facts);
  const codings = (facts.headers['content-encoding'] ?? '').toLowerCase().split(',');
  const steps = codings.map((coding) => coding.trim()).filter((coding) => !isPlain(coding));
  if (steps.length === 0) return collect(stream, facts);
  if (steps.length > 2) throw unknownCoding(facts.host, steps.join(', '));
  const inflaters = steps.toReversed().map((coding) => inflater(coding, facts.host));
  // The reading below sees every error of the pipeline, so its callback has nothing left to say.
  const inflated = pipeline([stream, ...inflaters], () => undefined);
  try {
    return await collect(inflated as unknown as Readable, facts);
  } catch (error) {
    throw isZlib(error) ? unknownCoding(facts.host, steps.join(', ')) : error;
  }
}

/** The bytes as the asked type; `auto` goes by the content type, an empty body is null. */
export function decodeBody(bytes: Buffer, type: ResponseType, facts: BodyFacts): unknown {
  if (type === 'binary') return bytes;
  const mime = (facts.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text') return decodeText(bytes, facts);
  if (bytes.byteLength === 0) return null;
  if (type === 'json') return parseAnswer(bytes, facts);
  if (JSON_TYPE.test(mime)) {
    const parsed = parseJson(decodeText(bytes, facts), { ...JSON_LIMITS, bytes: facts.maxBytes });
    // A wrong label is the other side's mistake; `auto` still gives what was sent.
    return parsed.ok ? parsed.value : decodeText(bytes, facts);
  }
  return mime === '' || TEXT.test(mime) ? decodeText(bytes, facts) : bytes;
}

function parseAnswer(bytes: Buffer, facts: BodyFacts): unknown {
  const parsed = parseJson(decodeText(bytes, facts), { ...JSON_LIMITS, bytes: facts.maxBytes });
  if (parsed.ok) return parsed.value;
  throw rejected(`${facts.host} did not answer in JSON. ${parsed.problem.message}`, {
    hint: 'Check the address, or read the answer as text.',
    details: { code: 'NOT_JSON' },
  });
}

function decodeText(bytes: Buffer, { headers }: BodyFacts): string {
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

async function collect(source: AsyncIterable<Buffer>, facts: BodyFacts): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > facts.maxBytes) throw tooLarge(facts);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

function isPlain(coding: string): boolean {
  return coding === '' || coding === 'identity';
}

function inflater(coding: string, host: string): NodeJS.ReadWriteStream {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'deflate') return createInflate();
  if (coding === 'br') return createBrotliDecompress();
  throw unknownCoding(host, coding);
}

function isZlib(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^(Z_|ERR__?ZLIB|ERR_BROTLI|ERR_PADDING)/.test(String(error.code))
  );
}

function unknownCoding(host: string, coding: string): ProblemError {
  return rejected(`${host} sent an answer whose compression (${coding}) cannot be read.`, {
    details: { code: 'UNKNOWN_CODING' },
  });
}

function tooLarge({ host, maxBytes }: BodyFacts): ProblemError {
  const limit =
    maxBytes >= 1_048_576 ? `${Math.round(maxBytes / 1_048_576)} MB` : `${maxBytes} bytes`;
  const hint = 'Ask for fewer records at a time, or for a link to the file instead of the file.';
  return new ProblemError(
    problem('too_large', `The answer of ${host} is larger than ${limit}.`, {
      hint,
      fault: 'remote',
      details: { code: 'ANSWER_TOO_LARGE' },
    }),
  );
}
