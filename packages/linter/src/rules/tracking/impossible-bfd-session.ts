import { defineRule } from '../../rule.ts';

/** bfd_end_handler() in keepalived/bfd/bfd_parser.c wants one family; that the ends differ it takes for granted. */
export const impossibleBfdSession = defineRule({
  id: 'impossible-bfd-session',
  scope: 'config',
  severity: 'error',
  summary: 'A BFD session has ends of two families, or one address at both ends',
  check({ config }, { report, quote }) {
    for (const { neighbor_ip, neighbour_ip, source_ip } of config.bfd_instance ?? []) {
      const neighbour = neighbor_ip ?? neighbour_ip;
      const [far] = neighbour?.words ?? [];
      const [near] = source_ip?.words ?? [];
      if (!neighbour || !source_ip || !far || !near) continue;
      const related = [{ location: far, message: 'the other end' }];
      if (neighbour.value.family !== source_ip.value.family) {
        report({
          at: near,
          message: `${quote(near)} is for IPv${source_ip.value.family}, and the neighbour ${quote(far)} for IPv${neighbour.value.family}`,
          notes: ['keepalived reports "are not of the same family, disabling instance"'],
          help: 'write addresses of one family',
          related,
        });
      } else if (neighbour.value.key === source_ip.value.key) {
        report({
          at: near,
          severity: 'warning',
          message: `the session has ${quote(near)} at both ends`,
          notes: [
            'keepalived says nothing, and talks to itself: the session says nothing about a neighbour',
          ],
          help: 'write the address of the neighbour behind `neighbor_ip`',
          related,
        });
      }
    }
  },
});
