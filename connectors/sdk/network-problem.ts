import { type Problem, problem } from '@patchbay/shared/base';

interface Explanation {
  codes: RegExp;
  says: string;
  hint: string;
  /** Waiting does not repair a certificate. */
  retry?: 'never';
}

const EXPLANATIONS: Explanation[] = [
  {
    codes: /^(ENOTFOUND|EAI_)/,
    says: 'the name cannot be found',
    hint: 'Check the spelling of the host, and that this machine can resolve it.',
  },
  {
    codes: /^ECONNREFUSED$/,
    says: 'the connection was refused',
    hint: 'Check the port, and that the service is running and reachable from this machine.',
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    says: 'there is no route to it',
    hint: 'Check the network and firewall between this machine and the host.',
  },
  {
    codes: /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    says: 'it did not accept a connection in time',
    hint: 'Check the host, the port and the firewalls on the way.',
  },
  {
    codes: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/,
    says: 'it closed the connection before it answered',
    hint: 'Try again; if it stays, check that the port speaks the expected protocol.',
  },
  {
    codes: /^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    says: 'its certificate is not trusted',
    hint: 'Use a valid certificate, or give Patchbay the authority: NODE_EXTRA_CA_CERTS=/path/ca.pem.',
    retry: 'never',
  },
  {
    codes: /^(EPROTO|ERR_SSL_)/,
    says: 'it does not speak TLS on this port',
    hint: 'Use http:// instead of https://, or the port for TLS.',
    retry: 'never',
  },
  {
    codes: /^HPE_/,
    says: 'it did not answer in HTTP',
    hint: 'Check the port, and whether the service wants https://.',
    retry: 'never',
  },
];

/**
 * Says in plain words why `host` could not be reached, from the error code of Node or undici; gives
 * undefined for an error that is not about the network. The error's own text is left out.
 */
export function networkProblem(error: unknown, host: string): Problem | undefined {
  const code = codeOf(error);
  const found = EXPLANATIONS.find(({ codes }) => codes.test(code));
  if (!found) return undefined;
  const { says, hint, retry } = found;
  const rest = { hint, details: { code }, ...(retry && { retry }) };
  return problem('unavailable', `No answer from ${host}: ${says}.`, rest);
}

// An AggregateError (several addresses tried) tells its reason in the first attempt.
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici's parser errors carry their code only sometimes.
  if (error.name === 'HTTPParserError') return 'HPE_INVALID';
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error.cause ? codeOf(error.cause) : '';
}
