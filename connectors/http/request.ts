import { defineAction, type HttpResponse, statusProblem, toFileValue } from '#sdk';

import { httpConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { requestInput, requestOutput } from './request-schema.ts';
import { resolveUrl } from './resolve-url.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Sends one HTTP request. */
export const request = defineAction({
  title: 'Send an HTTP request',
  description: 'Calls any HTTP API and gives its status, headers and body.',
  tags: ['api', 'rest', 'webhook', 'fetch', 'download', 'upload', 'graphql', 'curl'],
  input: requestInput,
  output: requestOutput,
  sample: { method: 'GET', url: 'https://api.example.com/customers', query: { limit: 10 } },
  effects: {
    reads: false,
    destructiveWhen: [{ field: 'method', words: ['DELETE'] }],
  },
  config: httpConfig,
  run: async ({ input, config, http, signal, idempotencyKey, log }) => {
    const reads = READS.includes(input.method);
    const key: Record<string, string> =
      input.idempotencyKey && !reads ? { 'Idempotency-Key': idempotencyKey } : {};
    const noBody = input.bodyType === 'none' || input.method === 'GET' || input.method === 'HEAD';
    const response = await http.request({
      method: input.method,
      url: resolveUrl(config.baseUrl, input.url),
      query: input.query,
      headers: { ...key, ...config.headers, ...input.headers },
      body: noBody ? undefined : input.body,
      bodyType: input.bodyType === 'none' ? undefined : input.bodyType,
      timeoutMs: input.timeoutSeconds * 1000,
      redirects: input.redirects,
      responseType: input.response === 'file' ? 'binary' : input.response,
      signal,
    });
    log(`${input.method} ${new URL(response.url).host} answered ${response.status}`);
    const failure = input.failOnError ? statusProblem(response, errorRules) : undefined;
    if (failure) throw failure;
    return { status: response.status, headers: response.headers, body: bodyOf(response) };
  },
});

// Bytes cannot travel in JSON; whatever is not text becomes a file.
function bodyOf(response: HttpResponse): unknown {
  return response.body instanceof Uint8Array ? toFileValue(response) : response.body;
}
