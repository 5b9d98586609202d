import { compareReleases, type Release, type VrrpInstance, type Word } from '@kalint/parser';
import { authenticationOf } from '../../cluster/authentication.ts';
import { familyOf, strictModeOf, versionOf } from '../../cluster/effective.ts';
import { nameOf } from '../../cluster/names.ts';
import type { Node } from '../../cluster/node.ts';
import { locationOf, type Fix, type RelatedLocation } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { indentAt, lineEndOf, lineRemoval } from '../line-edits.ts';
import { strictKeyword, withoutStrictMode } from './strict-mode.ts';

type Authentication = NonNullable<VrrpInstance['authentication']>;

interface Cause {
  readonly message: string;
  readonly note: string;
  readonly help: string;
  readonly related?: readonly RelatedLocation[];
  readonly fix?: Fix;
  /** keepalived accepts it without a word. */
  readonly isSilent?: true;
}

/**
 * vrrp_complete_instance() in keepalived/vrrp/vrrp.c clears auth_type for each of the causes but one:
 * a password without auth_type is never looked at, and nothing is said.
 */
export const authenticationIgnored = defineRule({
  id: 'authentication-ignored',
  scope: 'config',
  severity: 'error',
  summary: 'An authentication block has no effect',
  check(node, { report, quote, release }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const section = instance.authentication;
      const cause = section && causeOf(node, instance, section, release);
      if (!cause) continue;
      report({
        at: locationOf(section),
        message: `the authentication of ${quote(nameOf(instance))} is ignored: ${cause.message}`,
        notes: [cause.note],
        help: cause.help,
        related: cause.related ?? [],
        fix: cause.fix ?? removalOfBlock(section),
        severity: cause.isSilent ? 'warning' : 'error',
      });
    }
  },
});

/** keepalived does as if it were not there; but who wrote it may want something else of the other lines. */
function removalOfBlock({ statements: [block, ...others] }: Authentication): Fix | undefined {
  if (others.length > 0) return undefined;
  return { title: 'remove the block', safety: 'unsafe', edits: [lineRemoval(block)] };
}

function causeOf(
  node: Node,
  instance: VrrpInstance,
  section: Authentication,
  release: Release,
): Cause | undefined {
  if (!section.auth_type && !section.auth_pass) return undefined;
  if (instance.auth_hmac) return replacedBy(instance.auth_hmac);
  const { value } = authenticationOf(node, instance);
  if (value.type !== 'none') return undefined;
  switch (value.because) {
    case 'absent':
    case 'auth_hmac':
      return undefined;
    case 'incomplete':
      return incomplete(section);
    case 'strict mode':
      return strictMode(node, instance);
    case 'version 3':
      return version3(node, instance, release);
    case 'IPv6':
      return headerWithIpv6(instance);
  }
}

function replacedBy(hmac: NonNullable<VrrpInstance['auth_hmac']>): Cause {
  return {
    message: 'auth_hmac takes its place',
    note: 'keepalived says "auth_hmac cannot be combined with authentication, dropping legacy auth"',
    help: 'remove one of the two blocks on every node',
    related: [{ location: locationOf(hmac), message: 'auth_hmac is here' }],
  };
}

/** One line of two. What was written but could not be read is reported as such, and not here. */
function incomplete(section: Authentication): Cause | undefined {
  const { auth_type: type, auth_pass: pass } = section;
  const lines = section.statements.flatMap(({ block }) => block?.items ?? []);
  const isRead = lines.every(
    (line) =>
      line.kind === 'statement' &&
      ((line.keyword.text === 'auth_type' && type) || (line.keyword.text === 'auth_pass' && pass)),
  );
  if (!isRead) return undefined;
  if (type) {
    return {
      message: pass ? 'auth_pass is empty' : 'it has no auth_pass',
      note: 'keepalived says "Authentication specified but no password given. Ignoring"',
      help: `${pass ? 'write' : 'add'} an auth_pass of at most 8 bytes, the same on every node`,
    };
  }
  return {
    message: 'it has no auth_type',
    isSilent: true,
    note: 'without auth_type keepalived uses no authentication, and does not say so',
    help: 'add `auth_type PASS` on every node',
    ...(pass ? { fix: typeBefore(pass.statement.keyword) } : {}),
  };
}

function typeBefore({ source, span: { start } }: Word): Fix {
  const line = 'auth_type PASS';
  const text = `${line}${lineEndOf(source)}${indentAt(source, start)}`;
  return {
    title: `add \`${line}\``,
    safety: 'unsafe',
    edits: [{ source, span: { start, end: start }, text }],
  };
}

function strictMode(node: Node, instance: VrrpInstance): Cause {
  const strict = strictModeOf(node, instance);
  return {
    message: 'strict mode has none',
    note: 'keepalived says "Strict mode does not support authentication. Ignoring."',
    help: `${withoutStrictMode(node, strict)}, or remove the block`,
    related: [{ location: strict.at, message: `${strictKeyword(strict)} is here` }],
  };
}

function version3(node: Node, instance: VrrpInstance, release: Release): Cause {
  const isIpv6 = familyOf(instance) === 6;
  const version = versionOf(node, instance);
  const ways = [
    'remove the block',
    ...(isIpv6 ? [] : ['use version 2 on every node']),
    ...(compareReleases(release, '2.4.0') < 0 ? [] : ['use auth_hmac on every node']),
  ];
  return {
    message: `VRRP version 3${isIpv6 ? ', which IPv6 takes,' : ''} has none`,
    note: 'keepalived says "VRRP version 3 does not support authentication. Ignoring."',
    help: ways.join(', or '),
    related:
      version.from === 'default'
        ? firstAddress(instance)
        : [{ location: version.at, message: 'the version is set here' }],
  };
}

function headerWithIpv6(instance: VrrpInstance): Cause {
  return {
    message: 'AH does not go with IPv6',
    note: 'keepalived says "Cannot use AH authentication with IPv6. ignoring"',
    help: 'remove the block',
    related: firstAddress(instance),
  };
}

function firstAddress({ virtual_ipaddress: addresses }: VrrpInstance): readonly RelatedLocation[] {
  const word = addresses?.entries[0]?.word;
  return word ? [{ location: word, message: 'an IPv6 address is here' }] : [];
}
