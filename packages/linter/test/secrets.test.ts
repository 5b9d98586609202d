import { language, lineStarts, positionAt, type Keywords, type SourceFile } from '@kalint/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTimeOf } from '../../../scripts/timing.ts';
import { lint, redactedLine, type Diagnostic } from '../src/index.ts';
import { isSecret } from '../src/secrets/secret-spans.ts';
import { roleOf } from '../src/secrets/secret-words.ts';

function redacted(text: string): string {
  const source = { path: 'keepalived.conf', text };
  return lineStarts(source)
    .map((_, index) => redactedLine(source, index + 1))
    .join('\n');
}

test('no other keyword has to do with secrets', () => {
  const near: string[] = [];
  const look = (keywords: Keywords): void => {
    for (const [word, schema] of Object.entries(keywords)) {
      // With the mark it is none of the keywords, and looked at like a misspelt one.
      if (roleOf(word).kind === 'keyword' && roleOf(`$${word}`).kind !== 'other') near.push(word);
      if (schema.keywords) look(schema.keywords);
    }
  };
  look(language);
  expect(near).toEqual([]);
  expect(roleOf('auth_pass').kind).toBe('secret');
  expect(roleOf('$auth_pas').kind).toBe('secret');
});

describe('what is hidden', () => {
  const cases: readonly (readonly [name: string, written: string, shown: string])[] = [
    ['a password', 'auth_pass abc', 'auth_pass ***'],
    ['in quotes', 'auth_pass "a b"', 'auth_pass "****'],
    ['with words and a comment behind it', 'auth_pass abc d # e', 'auth_pass *********'],
    ['behind a misspelt keyword', 'auth_pas abc', 'auth_pas ***'],
    ['behind another word for it', 'password: abc', 'password: ***'],
    ['without a blank', 'auth_passabc', 'auth_pass***'],
    ['with an equals sign', 'auth_pass=abc', 'auth_pass=***'],
    ['in a URL', 'misc_path "get http://me:abc@h/"', 'misc_path "get http://me:*******'],
    [
      'in a URL, from a definition',
      '$P=abc\nmisc_path "get http://me:$P@h/"',
      '$P=***\nmisc_path "get http://me:******',
    ],
    [
      'in a URL, for a query',
      'script "get http://h/?a=b&token=abc"',
      'script "get http://h/?a=b&token=****',
    ],
    ['in a path', 'path /up?my_api-key=abc', 'path /up?my_api-key=***'],
    ['for curl', 'script "/bin/curl -u me:abc h"', 'script "/bin/curl -u me:******'],
    [
      'for curl, among other options',
      'notify "curl -fsSu \'me:a b\' h"',
      'notify "curl -fsSu \'me:*******',
    ],
    ['for curl, in quotes', `script "curl -u me:'abc' h"`, 'script "curl -u me:********'],
    [
      'for curl, the option in quotes',
      `script "curl '-u' 'me:abc'"`,
      `script "curl '-u' 'me:*****`,
    ],
    [
      'in a header',
      `script "curl -H 'Authorization: Bearer abc' h"`,
      `script "curl -H 'Authorization: Bearer *******`,
    ],
    ['in a header, alone', 'script "x authorization:abc"', 'script "x authorization:****'],
    ['in a header of a service', `# x -H "X-Api-Key: abc"`, `# x -H "X-Api-Key: ****`],
    ['in a cookie', `misc_path "x 'Cookie: id=abc'"`, `misc_path "x 'Cookie: ********`],
    ['for curl, a variable', 'script "curl -u $U:$P"', 'script "curl -u $U:***'],
    [
      'for curl, behind what looks like an end',
      `script "curl -d 'a ; b' -u me:abc"`,
      `script "curl -d 'a ; b' -u me:****`,
    ],
    ['in a query, in quotes', `script "get h?token='abc'"`, 'script "get h?token=******'],
    ['for curl, without a blank', 'script "curl -ume:abc"', 'script "curl -ume:****'],
    [
      'for curl, written out',
      'misc_path "curl h --user \\"$U:abc\\""',
      'misc_path "curl h --user \\"$U:******',
    ],
    ['for the proxy of curl', '# curl --proxy-user=me:abc', '# curl --proxy-user=me:***'],
    [
      'for the second curl',
      'script "curl h | x -u a:b ; curl -u me:abc"',
      'script "curl h | x -u a:b ; curl -u me:****',
    ],
    [
      'behind a header',
      'script "curl -H \'a: b; c\' -u me:abc"',
      "script \"curl -H 'a: b; c' -u me:****",
    ],
    ['in a line of its own kind', 'auth_key abc', 'auth_*******'],
    ['on the next line', 'auth_pass\n\n  abc\nstate MASTER', 'auth_pass\n\n  ***\nstate MASTER'],
    ['behind a short name', 'pass abc', 'pass ***'],
    ['in a comment', '# auth_pass abc', '# auth_pass ***'],
    ['with a carriage return', 'auth_pass abc\r\nstate MASTER', 'auth_pass ***\nstate MASTER'],
    [
      'a key',
      'auth_hmac {\n  key 1 abc\n  active_key 1\n}',
      'auth_hmac {\n  key 1 ***\n  active_key 1\n}',
    ],
    [
      'an unknown line of such a block',
      'authentification {\n  auth_type PASS abc\n  def\n} # g\nstate MASTER',
      'authentification {\n  auth_type PASS ***\n  ***\n} ***\nstate MASTER',
    ],
    [
      'a value that its keyword does not have',
      'authentication {\n  auth_type abc\n}',
      'authentication {\n  auth_type ***\n}',
    ],
    [
      'a block on one line',
      'authentication { auth_type PASS auth_pass abc }\nstate MASTER',
      'authentication { auth_type PASS auth_pass *****\nstate MASTER',
    ],
    [
      'a block that is commented out',
      '# authentication {\n#   pw abc\n# }\n# text',
      '# authentication {\n#   pw ***\n# }\n# text',
    ],
    [
      'a block that is never closed, until a keyword of another',
      'authentication {\n  x abc\nvirtual_ipaddress {\n  192.0.2.1',
      'authentication {\n  *****\nvirtual_ipaddress {\n  192.0.2.1',
    ],
    [
      'all definitions, where a password refers to one',
      '$A=abc\n$B=x${A}\\\n  def\n$C=ghi\nauth_pass $B\n~LST(p, jkl) x $p',
      '$A=***\n$B=******\n*****\n$C=***\nauth_pass **\n~LST(************',
    ],
    ['no definitions, where none does', '$A=abc\nauth_pass xyz', '$A=abc\nauth_pass ***'],
    ['the value behind a backslash', 'auth_pass \\\n  abc', 'auth_pass \\\n  ***'],
  ];

  test.each(cases)('%s', (_, written, shown) => {
    expect(redacted(written)).toBe(shown);
  });

  test('a definition that is handed to curl', () => {
    const text = '$CRED=hunter2\nvrrp_script a {\n  script "curl -u me:$CRED h"\n}\n';
    expect(redacted(text)).not.toContain('hunter2');
    expect(redacted(text.replace('-u me:', 'h?token='))).not.toContain('hunter2');
  });

  test('nothing else', () => {
    const text = [
      'vrrp_instance VI_1 {',
      '    state MASTER # the passive one',
      '    notify "/bin/get http://192.0.2.1:80/a@b http://[2001:db8::1]:80/ http://me@host/"',
      // Nothing: for queries and for curl.
      '    notify_master "/bin/curl -u me: -u : -U me http://h/?token=&api_key= x"',
      // It asks for something else.
      '    notify_backup "/bin/curl -XPUT h:80 -A u:v --user-agent a:b http://h/?bypass=1&tokens=2&key=3"',
      // Of another program.
      '    notify_fault "/usr/bin/docker run -u 10:10 x"',
      `    notify_master_rx_lower_pri "/bin/x -H 'Authorization:' 'Accept: */*' --key: monkey: Token:"`,
      '    notify_stop "/bin/curl h | /usr/bin/docker run -u 10:10 x --user a:b"',
      '    track_script {',
      '        chk_key',
      '    }',
      '    virtual_ipaddress {',
      '        192.0.2.10/24 dev eth0 # key',
      '    }',
      '}',
    ].join('\n');
    expect(redacted(text)).toBe(text);
  });
});

/** Of letters that make no word of the language: four of them in a row are a leak. */
const canary = fc
  .string({ unit: fc.constantFrom(...'QXZJqxzj0789'), minLength: 6, maxLength: 40 })
  .map((text) => `Q${text}`);

const keyword = fc.oneof(
  fc.constant('auth_pass'),
  fc.constantFrom('auth_pas', 'authpass', 'auth-pass', 'auht_pass', 'Auth_Pass', 'auth_pasword'),
  fc.constantFrom('auth_passwd', 'password', 'passwd', 'auth_passs', 'atuh_pass'),
);

const behindKeyword = fc.constantFrom(' ', '\t', '  ', '=', ' = ', '\n', '\n\n  ', ' #old\n', '');

const written = (secret: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    secret,
    `"${secret}"`,
    `'${secret}'`,
    `"${secret}`,
    `${secret} #${secret}`,
    `${secret} ${secret}`,
  );

const password = (secret: string): fc.Arbitrary<string> =>
  fc
    .tuple(keyword, behindKeyword, written(secret))
    .map(([word, gap, value]) => `${word}${gap}${value}`);

const hmacKey = (secret: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    `key 1 ${secret}`,
    `key ${secret}`,
    `key 1 hex:${secret}`,
    `kay 1 ${secret}`,
    `key 1 2 ${secret}`,
  );

const section = (secret: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom('authentication', 'authentification', 'authenticaton'),
        password(secret),
      )
      .map(([block, line]) => `${block} {\nauth_type PASS\n${line}\n}`),
    password(secret).map((line) => `authentication { ${line} }`),
    password(secret).map((line) => `authentication {\nauth_type PASS ${secret}\n${line}\n}`),
    fc.constantFrom(
      `authentication {\nauth_type ${secret}\n}`,
      `auth_pass ${secret}`,
      `$WORD=${secret}\nauthentication {\nauth_type PASS\nauth_pass $WORD\n}`,
      `authentication {\nauth_type PASS\nauth_pass \${WORD}\n}\n$WORD=${secret}`,
    ),
    hmacKey(secret).map((line) => `auth_hmac {\n${line}\nactive_key 1\n}`),
    hmacKey(secret).map((line) => `auth_hmac { ${line} }`),
  );

const configuration = (secret: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      section(secret),
      section(secret),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 0, max: 300 }),
    )
    .map(([first, second, lineEnd, vrid]) =>
      [
        'global_defs {\nrouter_id one\nvrrp_strict\n}',
        'vrrp_script chk {\nscript "/usr/bin/true"\n}',
        `vrrp_instance VI_1 {\nstate MASTER\ninterface eth0\nvirtual_router_id ${vrid}\npriority 100`,
        first,
        'track_script {\nchck\n}\nvirtual_ipaddress {\n192.0.2.10/24\n}\n}',
        `vrrp_instance VI_2 {\nversion 3\ninterface eth0\nvirtual_router_id 52`,
        second,
        'virtual_ipaddress {\n192.0.2.11/24\n}\n}\n',
      ]
        .join('\n')
        .replaceAll('\n', lineEnd),
    );

/** Takes away, doubles or adds what an editor slips over: braces, quotes, blanks, line ends. */
interface Slip {
  readonly at: number;
  readonly by: 'drop' | 'double' | '{' | '}' | '"' | '\n' | ' ';
}

const slip: fc.Arbitrary<Slip> = fc.record({
  at: fc.nat({ max: 1000 }),
  by: fc.constantFrom('drop', 'double', '{', '}', '"', '\n', ' '),
});

function slipped(text: string, slips: readonly Slip[]): string {
  const pieces = text.split(/(\r?\n|[ \t{}"])/);
  const places = pieces.flatMap((_, index) => (index % 2 === 1 ? [index] : []));
  for (const { at, by } of slips) {
    const place = places[at % places.length] ?? 0;
    const piece = pieces[place] ?? '';
    pieces[place] = by === 'drop' ? '' : piece + (by === 'double' ? piece : by);
  }
  return pieces.join('');
}

/** Everything of a diagnostic that somebody could read. */
function shownBy(diagnostic: Diagnostic): readonly string[] {
  const { message, notes, help, related, fix, location } = diagnostic;
  const places = [location, ...related.map((each) => each.location)];
  return [
    message,
    ...notes,
    help ?? '',
    ...related.map((each) => each.message),
    fix?.title ?? '',
    ...(fix?.edits ?? []).map(({ text }) => text),
    ...places.flatMap(({ source, span }) => {
      const first = positionAt(source, span.start).line;
      const last = positionAt(source, span.end).line;
      return Array.from({ length: last - first + 1 }, (_, index) =>
        redactedLine(source, first + index),
      );
    }),
  ];
}

function leaks(sources: readonly SourceFile[], secrets: readonly string[]): readonly string[] {
  const parts = secrets.flatMap((secret) =>
    Array.from({ length: secret.length - 3 }, (_, index) => secret.slice(index, index + 4)),
  );
  const found = lint(sources).diagnostics.flatMap((diagnostic) =>
    shownBy(diagnostic)
      .filter((text) => parts.some((part) => text.includes(part)))
      .map((text) => `${diagnostic.rule}: ${text}`),
  );
  return found;
}

test('no diagnostic shows any part of a secret, whatever happened to the file', () => {
  const node = canary.chain((secret) =>
    fc
      .tuple(configuration(secret), fc.array(slip, { maxLength: 2 }))
      .map(([text, slips]) => ({ secret, text: slipped(text, slips) })),
  );
  fc.assert(
    fc.property(node, node, (one, other) => {
      const first = { path: 'one.conf', text: one.text };
      const second = { path: 'other.conf', text: other.text };
      expect(leaks([first], [one.secret])).toEqual([]);
      expect(leaks([first, second], [one.secret, other.secret])).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('no line of a file shows any part of a secret', () => {
  const file = canary.chain((secret) => configuration(secret).map((text) => ({ secret, text })));
  fc.assert(
    fc.property(file, ({ secret, text }) => {
      expect(redacted(text)).not.toContain(secret.slice(0, 4));
    }),
  );
});

test('a long file takes no long time', () => {
  const block = 'authentication {\n  auth_type PASS\n  auth_pass abc\n}\nstate MASTER\n';
  const source = { path: 'keepalived.conf', text: block.repeat(20_000) };
  const time = processorTimeOf(() => {
    for (const [index, start] of lineStarts(source).entries()) {
      redactedLine(source, index + 1);
      isSecret(source, { start, end: start + 10 });
    }
  });
  expect(time).toBeLessThan(2000);
});

test('neither does a long line', () => {
  const text = 'a" {} $A= \\# ! auth_pass "'.repeat(100_000);
  const time = processorTimeOf(() => {
    expect(redacted(`auth_pass ${'x'.repeat(2_000_000)}`).includes('x')).toBe(false);
    redacted(text);
    redacted(text.replaceAll('!', '\n'));
    redacted('$A=\\\n'.repeat(100_000));
    redacted(`"${'x'.repeat(10_000_000)}`);
    redacted('\\'.repeat(2_000_000));
    for (const part of [
      'curl -u',
      ' curl -u ',
      '?token',
      '?a-',
      '://',
      ' -',
      ' --user',
      '=',
      ':',
      "'",
      "'-u",
      'authorization:',
      'x-',
      'token: ',
      'u',
      ' ',
      '"',
    ])
      for (const start of ['', 'curl', 'curl -u', 'curl --user', "curl '", '?', '://', 'x-token:'])
        redacted(start + part.repeat(50_000));
  });
  expect(time).toBeLessThan(5000);
});
