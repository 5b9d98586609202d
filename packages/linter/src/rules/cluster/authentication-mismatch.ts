import type { Location } from '@kalint/parser';
import {
  hmacAuthenticationOf,
  isSameKey,
  type HmacAuthentication,
} from '../../cluster/auth-hmac.ts';
import {
  authenticationOf,
  type Authentication,
  type WithoutAuthentication,
} from '../../cluster/authentication.ts';
import { deviationsOf, groupsOf, type Deviation } from '../../cluster/disagreement.ts';
import { isDisputed } from '../../cluster/disputed.ts';
import { versionNumberOf, type Effective } from '../../cluster/effective.ts';
import { nameOf, nodeNames } from '../../cluster/names.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { modeConflictsOf } from './hmac-modes.ts';

/**
 * vrrp_check_packet() in keepalived/vrrp/vrrp.c drops an advertisement with another authentication
 * type or password than its own (RFC 2338, section 7.1); vrrp_auth_ext_verify() one whose HMAC it
 * cannot verify. Only the first 8 bytes of auth_pass are in the packet.
 */
export const authenticationMismatch = defineRule({
  id: 'authentication-mismatch',
  scope: 'cluster',
  severity: 'error',
  summary: 'Nodes of one virtual router authenticate their advertisements differently',
  check({ virtualRouters }, { report, quote }) {
    const routers = virtualRouters.flatMap(({ members }) =>
      groupsOf(members.filter(isUndisputed), versionNumberOf),
    );
    const settled = routers.map((members) => members.filter(isComparable));
    for (const deviation of deviationsOf(settled, effectiveOf, keyOf)) {
      const { member, own, reference, expected, agreeing, isGlobal } = deviation;
      const [at, counterpart] = placesOf(deviation);
      const subject = isGlobal ? 'this node' : quote(nameOf(member.instance));
      report({
        at,
        message: `${subject} ${differenceOf(own.value, expected.value, nodeNames(agreeing))}`,
        notes: [
          ...reasonsOf(own, 'here'),
          ...reasonsOf(expected, `on ${reference.node.name}`),
          `keepalived drops such advertisements (${sayingOf(own.value, expected.value)}): each node becomes master and holds the addresses`,
        ],
        help: helpFor(own.value, expected.value),
        related: [{ location: counterpart, message: `${describe(expected.value)} here` }],
      });
    }
    for (const conflict of routers.flatMap(modeConflictsOf)) {
      const { receiver, sender, because, at, counterpart } = conflict;
      report({
        at,
        message: `${quote(nameOf(receiver.instance))} drops what ${sender.node.name} sends: ${modeReasons[because]}`,
        notes: [
          'nodes change to auth_hmac in steps: first `mode receive-only` on all, then `permissive` on all, then `enforce`',
          `whenever ${sender.node.name} is master, this node becomes master too and holds the addresses`,
        ],
        help: 'take the next step only when all nodes have taken the one before',
        related: [{ location: counterpart, message: 'the other node' }],
      });
    }
    for (const { at, counterpart, member, id, other } of routers.flatMap(keyConflictsOf)) {
      report({
        at,
        message: `${quote(nameOf(member.instance))} and ${other.node.name} do not have the same key ${id} in auth_hmac`,
        notes: [
          'keepalived drops advertisements that it cannot verify ("invalid authentication HMAC", "unknown authentication key id"): each node becomes master and holds the addresses',
        ],
        help: 'give all nodes the key that active_key names',
        related: [{ location: counterpart, message: `auth_hmac here` }],
      });
    }
  },
});

const modeReasons = {
  signed: 'it is signed, and there is no auth_hmac here ("too long")',
  unsigned: 'it is not signed, and auth_hmac is enforced here ("missing authentication trailer")',
  password: 'only one of them has auth_type and auth_pass, which auth_hmac replaces',
} as const;

/** What is wrong within one file is reported there, an incomplete authentication too. */
function isUndisputed(member: Member): boolean {
  const section = member.instance.authentication;
  const isIncomplete = section && (!section.auth_type || !section.auth_pass);
  return !isIncomplete && !isDisputed(member, ['authentication', 'auth_type', 'auth_pass']);
}

interface KeyConflict {
  readonly member: Member;
  readonly other: Member;
  /** Of the key with which one of them signs and which the other does not have. */
  readonly id: number;
  readonly at: Location;
  readonly counterpart: Location;
}

/** Each must have the key with which the other signs; while keys are changed, both have both. */
function keyConflictsOf(members: readonly Member[]): readonly KeyConflict[] {
  const [reference, ...others] = members.flatMap((member) => {
    const hmac = hmacAuthenticationOf(member.node, member.instance);
    return hmac ? [{ member, hmac }] : [];
  });
  if (!reference) return [];
  return others.flatMap(({ member, hmac }) => {
    const signed = [hmac, reference.hmac].filter(({ mode }) => mode !== 'receive-only');
    const id = signed
      .map(({ active }) => active)
      .find((active) => !isSameKey(hmac.keys.get(active), reference.hmac.keys.get(active)));
    if (id === undefined) return [];
    return [
      {
        member,
        other: reference.member,
        id,
        at: hmac.keys.get(id)?.at ?? hmac.at,
        counterpart: reference.hmac.keys.get(id)?.at ?? reference.hmac.at,
      },
    ];
  });
}

type Signing = Authentication | HmacAuthentication;

function effectiveOf({ node, instance }: Member): Effective<Signing> {
  const hmac = hmacAuthenticationOf(node, instance);
  if (hmac) return { value: hmac, at: hmac.at, from: 'instance' };
  return authenticationOf(node, instance);
}

/** `permissive` and `receive-only` are for a change that is under way. */
function isComparable(member: Member): boolean {
  const { value } = effectiveOf(member);
  return value.type !== 'HMAC' || value.mode === 'enforce';
}

/** The same for all that accept each other. Holds secrets: it is compared and never shown. */
function keyOf(value: Signing): string {
  switch (value.type) {
    case 'none':
      return 'none';
    case 'PASS':
    case 'AH':
      return `${value.type} ${value.password}`;
    case 'HMAC':
      return 'HMAC';
  }
}

/** Where the difference stands on the deviating node and on the other. */
function placesOf({
  member,
  own,
  reference,
  expected,
  at,
}: Deviation<Signing>): readonly [Location, Location] {
  const ours = member.instance.authentication;
  const theirs = reference.instance.authentication;
  const isLegacy = own.value.type === 'PASS' || own.value.type === 'AH';
  const wasLegacy = expected.value.type === 'PASS' || expected.value.type === 'AH';
  if (isLegacy && wasLegacy && ours && theirs) {
    const keyword = own.value.type === expected.value.type ? 'auth_pass' : 'auth_type';
    return [locationOf(ours[keyword] ?? ours), locationOf(theirs[keyword] ?? theirs)];
  }
  return [at, expected.at];
}

function differenceOf(own: Signing, expected: Signing, nodes: string): string {
  if (own.type === 'none') return `has no authentication, but ${nodes} ${has(expected)}`;
  if (expected.type === 'none') return `${has(own)}, but ${nodes} has no authentication`;
  if (own.type !== expected.type) return `${has(own)}, but ${nodes} ${has(expected)}`;
  return `has another auth_pass than ${nodes}`;
}

function has(value: Signing): string {
  return `has ${describe(value)}`;
}

function describe({ type }: Signing): string {
  switch (type) {
    case 'none':
      return 'no authentication';
    case 'HMAC':
      return 'auth_hmac';
    case 'PASS':
    case 'AH':
      return `auth_type ${type}`;
  }
}

const reasons: Readonly<Record<WithoutAuthentication, string | undefined>> = {
  absent: undefined,
  incomplete: 'authentication needs auth_type and auth_pass: one of them is missing',
  'strict mode': 'strict mode ignores authentication',
  'version 3': 'VRRP version 3 ignores authentication',
  IPv6: 'AH is ignored for IPv6',
  auth_hmac: undefined,
};

function reasonsOf({ value }: Effective<Signing>, where: string): readonly string[] {
  const reason = value.type === 'none' ? reasons[value.because] : undefined;
  return reason === undefined ? [] : [`${reason} ${where}`];
}

/** What keepalived logs. */
function sayingOf(own: Signing, expected: Signing): string {
  if (own.type === 'HMAC' || expected.type === 'HMAC') return '"missing authentication trailer"';
  if (own.type === expected.type) return '"received an invalid passwd"';
  if (own.type === 'AH' || expected.type === 'AH') {
    return '"No AH header but auth type is AH", "Received AH header but auth type not AH"';
  }
  return '"received a 0 auth, expecting 1"';
}

function helpFor(own: Signing, expected: Signing): string {
  if (own.type !== 'none' && own.type === expected.type) {
    return 'give all nodes the same auth_pass; only its first 8 bytes count';
  }
  return 'give all nodes the same authentication, or none';
}
