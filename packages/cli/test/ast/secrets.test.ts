import { lint, redactedLine, secretSpans } from '@kalint/linter';
import { lineStarts, modelToJson, newestRelease, parse, treeToJson } from '@kalint/parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/* What the linter does not show, the JSON forms do not show. */

const secret = 'S3cr3tT0ken';

const lines = [
  ...['vrrp_instance A {', 'authentication {', 'auth_hmac {', 'SSL {', '}', '{', '', '@b {', '@a'],
  ...[
    `auth_pass ${secret}`,
    `auth_pass "${secret}" # ${secret}`,
    `auth_pas=${secret}`,
    'auth_pass',
  ],
  ...[
    `key 1 ${secret}`,
    `password ${secret}`,
    `$P=${secret}`,
    'auth_pass $P',
    'router_id $P',
    '$P',
  ],
  ...[
    `# auth_pass ${secret}`,
    `~LST(P, ${secret}) auth_pass $P`,
    `$Q=x\\\n ${secret}`,
    'auth_pass $Q',
  ],
  ...['auth_type PASS', 'priority 100', secret, `notify "/bin/x password=${secret}"`, '# comment'],
];

const text = fc
  .array(fc.constantFrom(...lines), { maxLength: 14 })
  .map((parts) => parts.join('\n'));

test('secrets reach neither tree nor model', () => {
  let hidden = 0;
  fc.assert(
    fc.property(text, (written) => {
      const source = { path: 'any.conf', text: written };
      const { nodes } = lint([source], { rules: [] });
      const shown = lineStarts(source)
        .map((_, index) => redactedLine(source, index + 1))
        .join('\n');
      if (shown.includes(secret)) return;
      hidden += written.includes(secret) ? 1 : 0;
      const tree = treeToJson(parse(source), { findSecrets: secretSpans });
      const model = modelToJson(nodes, { release: newestRelease, findSecrets: secretSpans });
      expect(JSON.stringify([tree, model])).not.toContain(secret);
    }),
    { numRuns: 20_000 },
  );
  expect(hidden).toBeGreaterThan(2000);
});
