import { compareReleases, type VrrpInstance } from '@kalint/parser';
import { authenticationOf } from '../../cluster/authentication.ts';
import { nameOf } from '../../cluster/names.ts';
import { locationOf } from '../../diagnostic.ts';
import { defineRule } from '../../rule.ts';

/** RFC 3768, section 10, took authentication out of VRRP: it keeps nobody out, and hides mistakes. */
export const weakAuthentication = defineRule({
  id: 'weak-authentication',
  scope: 'config',
  severity: 'info',
  profile: 'strict',
  summary: 'VRRP authentication protects from mistakes, and not from attackers',
  check(node, { report, quote, release }) {
    for (const instance of node.config.vrrp_instance ?? []) {
      const section = instance.authentication;
      const { value } = authenticationOf(node, instance);
      if (!section || value.type === 'none') continue;
      const isExample = hasExamplePassword(instance);
      const hasHmac = compareReleases(release, '2.4.0') >= 0;
      report({
        at: locationOf(section),
        message: isExample
          ? `the password of ${quote(nameOf(instance))} is one from everybody's examples`
          : `${quote(nameOf(instance))} uses the authentication of VRRP version 2`,
        notes: [
          value.type === 'PASS'
            ? 'the password is in each advertisement for everybody on the network to read; a later edition of the protocol took authentication out (RFC 3768, section 10)'
            : 'a later edition of the protocol took AH out (RFC 3768, section 10): two nodes that both become master for a moment upset each other with it',
          ...(isExample
            ? [
                'two clusters on one network that both have it do not notice that their VRIDs are equal',
              ]
            : []),
        ],
        help: hasHmac
          ? 'use `auth_hmac` on every node, which signs each advertisement'
          : 'let nobody else send to the network of the virtual routers; authentication helps against mixed-up clusters only',
      });
    }
  },
});

/** Passwords of manual pages and tutorials; none is a secret. */
const examples: ReadonlySet<string> = new Set([
  ...['1111', '1234', '12345', '123456', '12345678', '1066', '2222', '0000', '1122', '4321'],
  ...['password', 'passw123', 'secret', 'pass', 'changeme', 'test', 'keepalived', 'd0cker', '42'],
]);

function hasExamplePassword({ authentication }: VrrpInstance): boolean {
  const password = authentication?.auth_pass?.value;
  return password !== undefined && examples.has(password.slice(0, 10).toLowerCase());
}
