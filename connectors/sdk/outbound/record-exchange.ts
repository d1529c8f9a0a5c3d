import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

import type { Problem } from '@patchbay/shared/base';
import type { Exchange, Phase } from '@patchbay/shared/testing';

import type { EncodedBody } from '#sdk';

import { type Hop, isSecretHeader } from './redirect.ts';
import { type SocketTimes, timesOf } from './socket-times.ts';

const EXCERPT_CHARS = 64 * 1024;
const TEXT = /^$|json|text|xml|javascript|urlencoded|yaml|csv|graphql/;

/** Takes note of one request: what goes out, over which connection, and what comes back when. */
export class ExchangeRecorder {
  private readonly begun = performance.now();
  private readonly startedAt = Date.now();
  private readonly hop: Hop;
  private readonly secret: string[];
  private times: SocketTimes | undefined;
  private reused = false;
  private sentAt: number | undefined;
  private answeredAt: number | undefined;
  private answer: Exchange['answer'];

  constructor(hop: Hop, secret: string[]) {
    this.hop = hop;
    this.secret = secret;
  }

  get host(): string {
    return this.hop.url.host;
  }

  /** Does the sending, so that undici's news of it can be told from those of other requests. */
  sending<T>(send: () => T): T {
    return sending.run(this, send);
  }

  onSocket(socket: object): void {
    this.sentAt = performance.now();
    this.times = timesOf(socket);
    this.reused = this.times?.used ?? false;
    if (this.times) this.times.used = true;
  }

  onAnswer(status: number, headers: Record<string, string>): void {
    this.answeredAt = performance.now();
    this.answer = { status, headers, bytes: 0, binary: false };
  }

  onBody(bytes: Uint8Array): void {
    if (!this.answer) return;
    const type = this.answer.headers['content-type'] ?? '';
    const binary = !TEXT.test(type.toLowerCase());
    const body = binary ? undefined : excerpt(bytes);
    this.answer = { ...this.answer, bytes: bytes.byteLength, binary, body };
  }

  /** The exchange as it stands, once it is over. */
  end(problem?: Problem): Exchange {
    const { url, method, headers, body } = this.hop;
    return {
      method,
      url: url.href,
      headers: this.masked(headers),
      body: shown(body),
      bytes: body ? Buffer.byteLength(body.bytes) : 0,
      sent: this.sentAt !== undefined,
      startedAt: this.startedAt,
      ms: this.since(performance.now()),
      reused: this.reused,
      timeline: this.timeline(performance.now()),
      answer: this.answer && { ...this.answer, headers: this.masked(this.answer.headers) },
      problem,
    };
  }

  private timeline(now: number): Exchange['timeline'] {
    const { answeredAt } = this;
    const times = this.reused ? undefined : this.times;
    const { begun, resolved, connected, secured } = times ?? {};
    const ready = this.sentAt ?? this.begun;
    const spans: [Phase, number | undefined, number | undefined][] = [
      ['dns', begun, resolved],
      ['connect', resolved ?? begun, connected],
      ['tls', connected, secured],
      ['wait', ready, answeredAt ?? now],
      ['body', answeredAt, now],
    ];
    return spans.flatMap(([phase, from, to]) => {
      // Another request may have begun to open the connection that this one got.
      if (from === undefined || to === undefined || to < this.begun) return [];
      const start = Math.max(from, this.begun);
      return [{ phase, at: this.since(start), ms: rounded(to - start) }];
    });
  }

  private since(time: number): number {
    return Math.max(0, rounded(time - this.begun));
  }

  private masked(headers: Record<string, string>): Record<string, string> {
    const entries = Object.entries(headers).map(([name, value]) => [
      name,
      isSecretHeader(name, this.secret) ? maskHeader(value) : value,
    ]);
    return Object.fromEntries(entries) as Record<string, string>;
  }
}

const sending = new AsyncLocalStorage<ExchangeRecorder>();
const recorders = new WeakMap<object, ExchangeRecorder>();

subscribe('undici:request:create', (message) => {
  const recorder = sending.getStore();
  if (recorder) recorders.set((message as { request: object }).request, recorder);
});
subscribe('undici:client:sendHeaders', (message) => {
  const { request, socket } = message as { request: object; socket: object };
  recorders.get(request)?.onSocket(socket);
});

/** "Bearer abc" keeps the word that says how, nothing of the value. */
function maskHeader(value: string): string {
  const how = /^(Bearer|Basic|Token|Digest) /i.exec(value)?.[0] ?? '';
  return `${how}[secret]`;
}

function shown(body: EncodedBody | undefined): string | undefined {
  if (!body) return undefined;
  if (typeof body.bytes === 'string') return body.bytes.slice(0, EXCERPT_CHARS);
  return TEXT.test(body.contentType) ? excerpt(body.bytes) : undefined;
}

function excerpt(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, EXCERPT_CHARS)).toString('utf8');
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
