import type { RemedyRule } from './remedy-rules.ts';

/** By the codes of network, TLS and HTTP errors. */
export const WIRE_REMEDIES: (RemedyRule & { codes: RegExp })[] = [
  {
    codes: /^(ENOTFOUND|EAI_)/,
    cause: 'unknown_host',
    title: 'The host’s name is not known',
    steps: [
      'Correct the host name.',
      'For a name inside your network: this machine must resolve it.',
    ],
    mend: 'connection',
  },
  {
    codes: /^ECONNREFUSED$/,
    cause: 'nothing_listens',
    title: 'Nothing listens at this port',
    steps: ['Check the port.', 'Start the service, or open it to this machine.'],
    mend: 'connection',
  },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
    cause: 'no_route',
    title: 'There is no way to the host',
    steps: ['Check network, VPN and firewall between this machine and the host.'],
    mend: 'connection',
  },
  {
    codes: /^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    cause: 'does_not_accept',
    title: 'The host does not accept connections',
    steps: [
      'Check host and port.',
      'A firewall that drops packets looks like this: ask for it to be opened.',
    ],
    mend: 'connection',
  },
  {
    codes: /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|CUT_OFF)$/,
    cause: 'connection_cut',
    title: 'The connection was cut',
    steps: [
      'Try again.',
      'If it stays, something on the way ends it: a proxy, a crash, or TLS on a plain port.',
    ],
  },
  {
    codes: /^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    cause: 'certificate',
    title: 'The certificate is not trusted',
    steps: [
      'Use a valid certificate for this host name.',
      'For an authority of your own: start Patchbay with NODE_EXTRA_CA_CERTS.',
    ],
    mend: 'connection',
  },
  {
    codes: /^(EPROTO|ERR_SSL_)/,
    cause: 'not_tls',
    title: 'The port does not speak TLS',
    steps: ['Use http:// instead of https://, or the port for TLS.'],
    mend: 'connection',
  },
  {
    codes: /^HPE_/,
    cause: 'not_http',
    title: 'What answered does not speak HTTP',
    steps: ['Check the port, and whether the service wants https://.'],
    mend: 'connection',
  },
  {
    codes: /^TOO_MANY_REDIRECTS$/,
    cause: 'redirects',
    title: 'The address redirects in circles',
    steps: [
      'Use the final address.',
      'A page that asks to sign in redirects like this too: check the credential.',
    ],
    mend: 'input',
  },
  {
    codes: /^NOT_JSON$/,
    cause: 'not_json',
    title: 'The answer is not JSON',
    steps: [
      'Check the address: a web page is often the answer of a wrong path.',
      'Else read the answer as text.',
    ],
    mend: 'input',
  },
  {
    codes: /^UNKNOWN_CODING$/,
    cause: 'compression',
    title: 'The answer cannot be unpacked',
    steps: ['Send the header Accept-Encoding: identity, or tell whoever runs that system.'],
    mend: 'input',
  },
  {
    codes: /^ANSWER_TOO_LARGE$/,
    cause: 'answer_too_large',
    title: 'The answer is too large',
    steps: ['Ask for fewer records at a time: pages, filters, fields.'],
    mend: 'input',
  },
];
