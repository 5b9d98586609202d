import type { Keywords } from './keyword.ts';
import { definedWeight } from './weight.ts';
import type { ArgumentsSchema } from './value.ts';

/** check_http.c, regex_stack_handler() */
const stackSizes = {
  type: 'arguments',
  operands: {
    start: {
      summary: 'First size in bytes',
      value: { type: 'integer', min: 0, max: 18446744073709552000 },
    },
    most: {
      summary: 'Largest size in bytes',
      value: { type: 'integer', min: 0, max: 18446744073709552000 },
    },
  },
} as const satisfies ArgumentsSchema;

/** How a checker connects; keepalived/check/check_api.c. A keyword is as old as its block at least. */
const connectionKeywords = {
  connect_ip: {
    summary: 'Address the checker contacts in place of the real server address',
    since: '1.2.13',
    value: { type: 'address' },
    default: 'the real server address',
  },
  connect_port: {
    summary: 'Port the checker contacts in place of the real server port',
    since: '0.6.6',
    value: { type: 'integer', min: 1, max: 65535 },
    default: 'the real server port',
  },
  bindto: {
    summary: 'Local source address of the packets sent by the checker',
    since: '1.1.2',
    value: { type: 'address' },
  },
  bind_port: {
    summary: 'Local source port of the packets sent by the checker',
    since: '1.2.13',
    value: { type: 'integer', min: 1, max: 65535 },
  },
  bind_if: {
    summary: 'Local interface used by the checker, required for IPv6 link-local destinations',
    since: '1.3.7',
    value: { type: 'interface' },
  },
  connect_timeout: {
    summary: 'Seconds the checker waits for a connection or reply before the attempt fails',
    since: '0.6.6',
    value: { type: 'decimal', min: 1e-6, max: 4294.967295, unit: 's', places: 6 },
    default: 'real_server connect_timeout (5)',
  },
  fwmark: {
    summary: 'Firewall mark set on all packets sent by the checker',
    since: '1.2.13',
    value: { type: 'integer', min: 0, max: 4294967295 },
    default: 0,
    build: ['not --disable-fwmark'],
  },
} as const satisfies Keywords;

/** How often a checker tries; keepalived/check/check_api.c. */
const retryKeywords = {
  retry: {
    summary: 'Further attempts made after a failed check before the checker goes down',
    since: '1.2.20',
    value: { type: 'integer', min: 0, max: 4294967295 },
    default: 'real_server/virtual_server retry, else 1',
  },
  delay_before_retry: {
    summary: 'Seconds from a failed check to the next attempt',
    since: '1.2.20',
    value: { type: 'decimal', min: 0, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'real_server/virtual_server, else 1',
  },
  warmup: {
    summary: 'Upper bound in seconds of the random wait before the first run of the checker',
    since: '1.2.13',
    value: { type: 'decimal', min: 0, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'real_server, else delay_loop',
  },
  delay_loop: {
    summary: 'Seconds between two runs of the checker',
    since: '1.3.7',
    value: { type: 'decimal', min: 1e-6, max: 18446744073709.55, unit: 's', places: 6 },
    default: 'real_server (60)',
  },
  alpha: {
    summary: 'Starts the checker in the down state until its first success',
    since: '1.3.7',
    value: { type: 'boolean' },
    default: 'real_server',
  },
  log_all_failures: {
    summary: 'Logs each failed attempt, including those that are followed by a retry',
    since: '2.0.11',
    value: { type: 'boolean' },
    default: false,
  },
} as const satisfies Keywords;

/** keepalived/check/check_http.c */
const urlKeywords = {
  path: {
    summary: 'Path part of the URL to request from the real server',
    since: '0.6.6',
    value: { type: 'string', syntax: '<PATH>' },
    repeat: 'last-reported',
    required: true,
  },
  digest: {
    summary: 'MD5 digest, as 32 hexadecimal digits, that the response body must have',
    since: '0.6.6',
    value: { type: 'hex', octets: 16 },
    repeat: 'first',
  },
  status_code: {
    summary: 'HTTP status codes and ranges of codes that count as success',
    since: '0.7.6',
    value: { type: 'integers', min: 100, max: 599, optional: true },
    repeat: 'each',
    default: '200-299',
  },
  virtualhost: {
    summary: 'Host name requested for this URL only, ahead of any set at outer levels',
    since: '1.3.6',
    value: { type: 'string', syntax: '<STRING>' },
    repeat: 'last-reported',
    missing: 'ignores',
  },
  regex: {
    summary: 'PCRE2 regular expression that the response body has to match',
    since: '2.0.7',
    value: { type: 'string', syntax: '"<REGEX>"', asCommand: true },
    extraWords: 'drop',
    repeat: 'last-reported',
    missing: 'ignores',
    logOnly: true,
    build: ['--enable-regex'],
  },
  regex_no_match: {
    summary: 'Inverts the regex test, so the URL fails if the pattern is found',
    since: '2.0.7',
    value: { type: 'flag' },
    build: ['--enable-regex'],
  },
  regex_options: {
    summary: 'PCRE2 options, such as caseless or multiline, used to compile the regex',
    since: '2.0.7',
    value: {
      type: 'list',
      of: {
        type: 'enum',
        values: [
          'allow_empty_class',
          'alt_bsux',
          'auto_callout',
          'caseless',
          'dollar_endonly',
          'dotall',
          'dupnames',
          'extended',
          'firstline',
          'match_unset_backref',
          'multiline',
          'never_ucp',
          'never_utf',
          'no_auto_capture',
          'no_auto_possess',
          'no_dotstar_anchor',
          'no_start_optimize',
          'ucp',
          'ungreedy',
          'utf',
          'never_backslash_c',
          'alt_circumflex',
          'alt_verbnames',
          'use_offset_limit',
        ],
      },
      silent: true,
      optional: true,
    },
    repeat: 'each',
    build: ['--enable-regex'],
  },
  regex_min_offset: {
    summary: 'Byte offset in the response body at which regex matching begins',
    since: '2.0.7',
    value: { type: 'integer', min: 0, max: 4294967295 },
    logOnly: true,
    missing: 'ignores',
    build: ['--enable-regex'],
  },
  regex_max_offset: {
    summary: 'Last byte offset in the response body at which a regex match may begin',
    since: '2.0.7',
    value: { type: 'integer', min: 0, max: 4294967295 },
    logOnly: true,
    missing: 'ignores',
    build: ['--enable-regex'],
  },
  regex_stack: {
    summary: 'Initial and maximum size in bytes of the PCRE2 JIT stack for the regex',
    since: '2.0.7',
    value: stackSizes,
    repeat: 'each',
    logOnly: true,
    missing: 'ignores',
    build: ['--enable-regex', 'default (PCRE2 JIT available)'],
  },
} as const satisfies Keywords;

const httpGetKeywords = {
  ...connectionKeywords,
  ...retryKeywords,
  retry: { ...retryKeywords.retry, since: '1.3.7' },
  delay_before_retry: {
    ...retryKeywords.delay_before_retry,
    since: '0.6.6',
    default: 'real_server/virtual_server, else 3',
  },
  nb_get_retry: {
    summary: 'Further attempts after a failed request before the checker goes down, same as retry',
    since: '0.6.6',
    value: { type: 'integer', min: 0, max: 4294967295 },
    deprecated: { since: '1.3.7', use: 'retry', renamed: true },
  },
  virtualhost: {
    summary: 'Host name requested by this checker for every URL that does not set its own',
    since: '1.3.6',
    value: { type: 'string', syntax: '<STRING>' },
    repeat: 'last-reported',
    missing: 'ignores',
  },
  http_protocol: {
    summary: 'HTTP version of the requests: 1.0, 1.0C (adds a Connection: close header) or 1.1',
    since: '2.0.17',
    value: { type: 'enum', values: ['1.0', '1.0C', '1.0c', '1.1'] },
    missing: 'ignores',
    default: '1.0',
  },
  enable_sni: {
    summary: 'Sends the server name (SNI) in the TLS handshake of the checker',
    since: '1.4.3',
    value: { type: 'boolean' },
    default: false,
    build: ['OpenSSL with SNI'],
  },
  sni_name: {
    summary: 'Server name to send as SNI in the TLS handshake, which also turns SNI on',
    since: 'unreleased',
    value: { type: 'string', syntax: '<NAME>', optional: true },
    repeat: 'first',
    build: ['OpenSSL with SNI'],
  },
  fast_recovery: {
    summary:
      'Tests all URLs without delay_loop pauses at startup and while recovering from failure',
    since: '2.0.17',
    value: { type: 'boolean' },
    default: false,
  },
  url: {
    summary: 'One URL to request, with the conditions its response has to meet',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'each',
    required: true,
    keywords: urlKeywords,
  },
} as const satisfies Keywords;

/** HTTP_GET url over TLS. */
const sslUrlKeywords = {
  ...urlKeywords,
  tls_compliant: {
    summary: 'Sends the TLS close_notify alert when the connection for this URL is closed',
    since: '2.2.8',
    value: { type: 'boolean' },
    default: false,
  },
} as const satisfies Keywords;

const sslGetKeywords = {
  ...httpGetKeywords,
  tls_compliant: {
    summary: 'Sends the TLS close_notify alert when the checker closes a connection',
    since: '2.2.8',
    value: { type: 'boolean' },
    default: false,
  },
  url: {
    summary: 'One URL to request, with the conditions its response has to meet',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'each',
    required: true,
    keywords: sslUrlKeywords,
  },
} as const satisfies Keywords;

/** The health checks of a real server. */
export const checkers = {
  TCP_CHECK: {
    summary: 'Checker that succeeds if a TCP connection to the real server can be opened',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: { ...connectionKeywords, ...retryKeywords },
  },
  HTTP_GET: {
    summary: 'Checker that requests one or more URLs over HTTP and evaluates the responses',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: httpGetKeywords,
  },
  SSL_GET: {
    summary: 'Checker that requests one or more URLs over HTTPS and evaluates the responses',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: sslGetKeywords,
  },
  SMTP_CHECK: {
    summary: 'Checker that opens an SMTP session with the real server and verifies its replies',
    since: '1.1.8',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: {
      ...connectionKeywords,
      ...retryKeywords,
      helo_name: {
        summary: 'Host name the checker announces in its SMTP HELO command',
        since: '1.1.8',
        value: { type: 'string', syntax: '<STRING>' },
        repeat: 'last-reported',
        missing: 'ignores',
        default: 'smtpchecker.keepalived.org',
      },
      connect_ip: { ...connectionKeywords.connect_ip, since: '1.2.17' },
      connect_port: { ...connectionKeywords.connect_port, since: '1.2.17' },
      bindto: { ...connectionKeywords.bindto, since: '1.2.17' },
      bind_port: { ...connectionKeywords.bind_port, since: '1.2.17' },
      fwmark: { ...connectionKeywords.fwmark, since: '1.2.17' },
      retry: { ...retryKeywords.retry, since: '1.1.8' },
      delay_before_retry: { ...retryKeywords.delay_before_retry, since: '1.1.8' },
      host: {
        summary: 'Describes a further SMTP endpoint to be checked for the same real server',
        since: '1.1.8',
        value: { type: 'flag' },
        repeat: 'each',
        deprecated: { since: '2.0.0', use: 'a second SMTP_CHECK block' },
        keywords: {
          ...connectionKeywords,
          ...retryKeywords,
          connect_ip: { ...connectionKeywords.connect_ip, since: '1.1.8' },
          connect_timeout: { ...connectionKeywords.connect_timeout, since: '1.2.13' },
          retry: { ...retryKeywords.retry, since: '1.3.7' },
          delay_before_retry: { ...retryKeywords.delay_before_retry, since: '1.3.7' },
          warmup: { ...retryKeywords.warmup, since: '1.3.7' },
        },
      },
    },
  },
  DNS_CHECK: {
    summary: 'Checker that sends a DNS query over UDP and expects a response without error code',
    since: '1.3.0',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: {
      ...connectionKeywords,
      ...retryKeywords,
      retry: { ...retryKeywords.retry, default: 'real_server/virtual_server retry, else 3' },
      delay_before_retry: {
        ...retryKeywords.delay_before_retry,
        since: '1.3.7',
        default: 'real_server/virtual_server, else delay_loop',
      },
      warmup: { ...retryKeywords.warmup, since: '1.3.7' },
      type: {
        summary: 'Resource record type requested in the DNS query',
        since: '1.3.0',
        value: {
          type: 'enum',
          values: ['A', 'NS', 'CNAME', 'SOA', 'MX', 'TXT', 'AAAA', 'RRSIG', 'DNSKEY'],
          ignoreCase: true,
          availability: { RRSIG: { since: '1.3.7' }, DNSKEY: { since: '1.3.7' } },
        },
        default: 'SOA',
      },
      name: {
        summary: 'Domain name requested in the DNS query',
        since: '1.3.0',
        value: { type: 'string', syntax: '<DOMAIN>' },
        repeat: 'first',
        default: '"" (man: ".")',
      },
    },
  },
  UDP_CHECK: {
    summary: 'Checker that sends a UDP datagram and watches for ICMP errors or the wanted reply',
    since: '2.1.0',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: {
      ...connectionKeywords,
      ...retryKeywords,
      payload: {
        summary: 'Hexadecimal octets to send as the data of the UDP datagram',
        since: '2.2.0',
        value: { type: 'hex', spaced: true, endsInFfSince: '2.3.3' },
        missing: 'ignores',
      },
      require_reply: {
        summary: 'Demands a UDP reply, optionally one matching the given hexadecimal pattern',
        since: '2.1.0',
        value: {
          type: 'hex',
          spaced: true,
          endsInFfSince: '2.3.3',
          wildcard: true,
          optional: true,
        },
      },
      min_reply_length: {
        summary: 'Smallest number of octets accepted in the UDP reply',
        since: '2.2.0',
        value: { type: 'integer', min: 0, max: 65535 },
        default: 0,
      },
      max_reply_length: {
        summary: 'Largest number of octets accepted in the UDP reply',
        since: '2.2.0',
        value: { type: 'integer', min: 0, max: 65535 },
        default: 255,
      },
    },
  },
  PING_CHECK: {
    summary: 'Checker that sends an ICMP echo request to the real server and waits for the reply',
    since: '2.1.0',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: { ...connectionKeywords, ...retryKeywords },
  },
  MISC_CHECK: {
    summary: 'Checker that runs an external program and judges the real server by its exit status',
    since: '0.6.6',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: {
      ...retryKeywords,
      retry: {
        ...retryKeywords.retry,
        since: '1.3.7',
        default: 'real_server/virtual_server retry, else 0',
      },
      delay_before_retry: { ...retryKeywords.delay_before_retry, since: '1.3.7' },
      misc_path: {
        summary:
          'Program or script that performs the check, quoted as a whole if it takes arguments',
        since: '0.6.6',
        value: { type: 'script' },
        missing: 'ignores',
        required: true,
      },
      misc_timeout: {
        summary: 'Seconds the check program may run before it is terminated and the check fails',
        since: '1.1.0',
        value: { type: 'integer', min: 0, max: 4294, unit: 's' },
        default: 'delay_loop',
      },
      misc_dynamic: {
        summary:
          'Takes an exit status of 2 to 255 as success and sets the weight to the status minus 2',
        since: '1.1.8',
        value: { type: 'flag' },
      },
      user: {
        summary: 'User and optional group under which the check program runs',
        since: '1.3.0',
        value: { type: 'user' },
        missing: 'ignores',
      },
    },
  },
  FILE_CHECK: {
    summary: 'Checker that derives state and weight of the real server from a tracked file',
    since: '2.1.0',
    value: { type: 'flag' },
    repeat: 'each',
    keywords: {
      track_file: {
        summary: 'Name of the track_file block whose value drives this checker',
        since: '2.1.0',
        value: { type: 'string', syntax: '<TRACK_FILE NAME>' },
        required: true,
      },
      weight: {
        summary: 'Multiplier for the number read from the tracked file; reverse negates the result',
        since: '2.1.0',
        value: definedWeight(2147483647),
        missing: 'ignores',
        default: 'the track_file weight',
      },
    },
  },
  BFD_CHECK: {
    summary: 'Checker that takes the state of the real server from a BFD session',
    since: '2.0.0',
    value: { type: 'flag' },
    repeat: 'each',
    build: ['--enable-bfd'],
    keywords: {
      name: {
        summary: 'Name of the bfd_instance whose session state is used by the checker',
        since: '2.0.0',
        value: { type: 'string', syntax: '<BFD INSTANCE NAME>' },
        extraWords: 'drop',
        missing: 'ignores',
        required: true,
        build: ['--enable-bfd'],
      },
      alpha: {
        summary: 'Starts the BFD checker in the down state until the session is reported up',
        since: '2.0.0',
        value: { type: 'boolean' },
        default: 'real_server',
        build: ['--enable-bfd'],
      },
    },
  },
} as const satisfies Keywords;
