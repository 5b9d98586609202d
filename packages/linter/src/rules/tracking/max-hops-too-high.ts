import { defineRule } from '../../rule.ts';

/** BFD_CONTROL_TTL and BFD_CONTROL_HOPLIMIT in keepalived/include/bfd.h */
const usual = { 4: 255, 6: 64 } as const;

/** bfd_end_handler() in keepalived/bfd/bfd_parser.c */
export const maxHopsTooHigh = defineRule({
  id: 'max-hops-too-high',
  scope: 'config',
  severity: 'error',
  summary: 'The max_hops of a BFD session is more than its ttl',
  check({ config }, { report, quote }) {
    for (const instance of config.bfd_instance ?? []) {
      const { max_hops: hops, ttl = instance.hoplimit } = instance;
      const [word] = hops?.words ?? [];
      const family = (instance.neighbor_ip ?? instance.neighbour_ip)?.value.family;
      if (!hops || !word || !family) continue;
      const lifetime = ttl?.value ?? usual[family];
      if (hops.value <= lifetime) continue;
      report({
        at: word,
        message: `max_hops ${quote(word)} is more than the ttl of ${lifetime}`,
        notes: ['keepalived reports "max_hops exceeds ttl/hoplimit", and takes that number'],
        help: `write at most ${lifetime}, or a higher ttl`,
        ...(ttl && {
          related: [{ location: ttl.statement.keyword, message: 'the ttl' }],
        }),
        fix: {
          title: `write ${lifetime}`,
          safety: 'safe',
          edits: [{ source: word.source, span: word.span, text: `${lifetime}` }],
        },
      });
    }
  },
});
