import { byteLength, type VrrpInstance, type Word } from '@kalint/parser';
import { authenticationOf, passwordLength } from '../../cluster/authentication.ts';
import type { Cluster } from '../../cluster/cluster.ts';
import { nodeNames } from '../../cluster/names.ts';
import { isComplete, type Node } from '../../cluster/node.ts';
import type { Member } from '../../cluster/virtual-routers.ts';
import type { Fix } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';
import { isPlaceholder } from '../../suggest/placeholder.ts';

/**
 * vrrp_auth_pass_handler() in keepalived/vrrp/vrrp_parser.c: a password has the eight bytes that the
 * packet has for it (RFC 2338, section 5.3.10).
 */
export const authPassTooLong = defineRule({
  id: 'auth-pass-too-long',
  scope: 'config',
  severity: 'error',
  summary: 'auth_pass is longer than the eight bytes that keepalived keeps of it',
  check(node, { report }, cluster) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const pass = instance.authentication?.auth_pass;
      const length = pass ? byteLength(pass.value) : 0;
      if (!pass || length <= passwordLength) continue;
      // What `$NAME` stands for may be said in a file that was not read.
      if (!isComplete(node) && pass.value.includes('$')) continue;
      const ignored = length - passwordLength;
      const [word = pass.statement.keyword] = pass.words;
      const isMeant = !isPlaceholder(word);
      report({
        at: word,
        message: `auth_pass is ${length} bytes long, of which the last ${ignored === 1 ? 'one is' : `${ignored} are`} ignored`,
        notes: [
          'keepalived keeps the first 8 bytes and reports "Truncating auth_pass to 8 characters"',
          ...notesOnOthers(node, instance, cluster),
        ],
        help: isMeant
          ? 'shorten it to its first 8 bytes, which changes nothing between the nodes, or choose another one for all of them'
          : 'put the real value here, of at most 8 bytes',
        fix: isMeant ? shortened(pass.words[0]) : undefined,
      });
    }
  },
});

/** Takes away what keepalived does not read; only where each byte is a character of the file. */
function shortened(word: Word | undefined): Fix | undefined {
  if (!word || word.quoted || !/^[!-~]+$/.test(word.text)) return undefined;
  const { source, span } = word;
  if (span.end - span.start !== word.text.length) return undefined;
  const ignored = { start: span.start + passwordLength, end: span.end };
  return {
    title: 'shorten it to its first 8 bytes',
    safety: 'safe',
    edits: [{ source, span: ignored, text: '' }],
  };
}

/** Whether what is kept is still the same on the other nodes. */
function notesOnOthers(node: Node, instance: VrrpInstance, cluster: Cluster): readonly string[] {
  const own = authenticationOf(node, instance).value;
  if (own.type !== 'PASS' && own.type !== 'AH') return [];
  const same: Member[] = [];
  const different: Member[] = [];
  for (const member of othersOf(instance, cluster)) {
    const other = authenticationOf(member.node, member.instance).value;
    if (other.type !== own.type) continue;
    (other.password === own.password ? same : different).push(member);
  }
  return [
    ...(same.length > 0
      ? [`the first 8 bytes are the same on ${nodeNames(same)}, so the nodes accept each other`]
      : []),
    ...(different.length > 0
      ? [
          `the first 8 bytes differ on ${nodeNames(different)}, so the nodes do not accept each other`,
        ]
      : []),
  ];
}

function othersOf(instance: VrrpInstance, { virtualRouters }: Cluster): readonly Member[] {
  const router = virtualRouters.find(({ members }) =>
    members.some((member) => member.instance === instance),
  );
  return (router?.members ?? []).filter((member) => member.instance !== instance);
}
