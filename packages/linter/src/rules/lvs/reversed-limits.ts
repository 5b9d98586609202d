import type { Location } from '@kalint/parser';
import type { Node } from '../../cluster/node.ts';
import { defineRule } from '../../rule.ts';
import type { Fix } from '../../diagnostic.ts';
import { exchangeFix } from './number-fix.ts';
import { readVirtualServersOf } from './servers.ts';
import { urlsOf } from './url-settings.ts';

/**
 * url_check() and regex_stack_handler() in keepalived/check/check_http.c, udp_check_end_handler() in
 * keepalived/check/check_udp.c
 */
export const reversedLimits = defineRule({
  id: 'reversed-limits',
  scope: 'config',
  severity: 'warning',
  summary: 'The lower limit of a check is above the upper one',
  check(node, { report }) {
    for (const { at, least, most, note, fix } of [...regexLimitsOf(node), ...replyLimitsOf(node)]) {
      if (least <= most) continue;
      report({
        at,
        message: `the lower limit is ${least}, and the upper one ${most}`,
        notes: [note],
        help: 'write the smaller number as the lower limit',
        fix,
      });
    }
  },
});

interface Limits {
  readonly at: Location;
  readonly least: number;
  readonly most: number;
  readonly note: string;
  readonly fix?: Fix | undefined;
}

function regexLimitsOf(node: Node): readonly Limits[] {
  return urlsOf(node).flatMap(
    ({ regex, regex_min_offset: min, regex_max_offset: max, regex_stack = [] }) => {
      const stacks = regex_stack.map(({ statement, value: { start, most } }) => ({
        at: statement.keyword,
        least: start.value,
        most: most.value,
        note: 'keepalived ignores the line, and says so in its log only',
      }));
      if (!regex || !min || !max) return stacks;
      return [
        ...stacks,
        {
          at: min.statement.keyword,
          least: min.value,
          most: max.value,
          note: 'keepalived ignores both limits, and says so in its log only',
          fix: exchangeFix(min, max),
        },
      ];
    },
  );
}

/** The lengths that are taken when nothing is said; keepalived/check/check_udp.c, udp_check_handler() */
const usualLengths = { least: 0, most: 255 };

function replyLimitsOf(node: Node): readonly Limits[] {
  return readVirtualServersOf(node)
    .flatMap(({ real_server = [] }) => real_server)
    .flatMap(({ UDP_CHECK = [] }) => UDP_CHECK)
    .flatMap(({ min_reply_length: min, max_reply_length: max }) => {
      const setting = min ?? max;
      if (!setting) return [];
      return [
        {
          at: setting.statement.keyword,
          least: min?.value ?? usualLengths.least,
          most: max?.value ?? usualLengths.most,
          note: 'no reply fits: keepalived reports that the check "will always fail"',
          fix: min && max && exchangeFix(min, max),
        },
      ];
    });
}
