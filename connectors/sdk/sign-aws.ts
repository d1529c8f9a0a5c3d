import { AwsV4Signer } from 'aws4fetch';

import { appendParameters, encodeBody } from './encode-body.ts';
import type { HttpRequest } from './http.ts';

/** Signs a request as AWS asks (Signature Version 4), body and query included. */
export async function signAws(
  request: HttpRequest,
  fields: Record<string, string>,
  { service, region }: { service: string; region: string },
): Promise<HttpRequest> {
  const settled = await settleRequest(request);
  const signer = new AwsV4Signer({
    method: settled.method,
    url: settled.url,
    headers: settled.headers,
    body: settled.body as BodyInit | undefined,
    accessKeyId: fields.accessKeyId ?? '',
    secretAccessKey: fields.secretAccessKey ?? '',
    ...(fields.sessionToken && { sessionToken: fields.sessionToken }),
    service,
    region,
    allHeaders: false,
  });
  const { headers } = await signer.sign();
  const signed = Object.fromEntries(headers.entries());
  delete signed.host;
  return { ...settled, headers: signed, secretHeaders: ['authorization', 'x-amz-security-token'] };
}

/**
 * The request with its query in the address and its body in bytes: what is signed must be exactly
 * what is sent.
 */
export async function settleRequest(request: HttpRequest): Promise<HttpRequest> {
  const url = new URL(request.url);
  appendParameters(url.searchParams, request.query ?? {});
  const body = await encodeBody(request.body, request.bodyType);
  const { query: _query, ...rest } = request;
  const type: Record<string, string> = body ? { 'content-type': body.contentType } : {};
  const bytes = body && (typeof body.bytes === 'string' ? Buffer.from(body.bytes) : body.bytes);
  return {
    ...rest,
    url: url.href,
    headers: { ...type, ...request.headers },
    ...(bytes && { body: bytes, bodyType: 'binary' as const }),
  };
}
