import type { Location, Statement, VirtualServer, Word } from '@kalint/parser';
import { orderIn } from '../../cluster/reading-order.ts';
import { methodAbove } from './servers.ts';

/** A part of a virtual server that says, or has, a family. */
interface FamilyPart {
  readonly keyword: 'ip_family' | 'persistence_granularity' | 'real_server' | 'sorry_server';
  /** The word that says it. */
  readonly at: Location & Pick<Word, 'text' | 'via'>;
  readonly statement: Statement;
  readonly family: 4 | 6;
  /** A tunnel leads from one family to the other. */
  readonly isTunnel: boolean;
}

/** A part that is for the other family than its virtual server. */
export interface Misfit extends FamilyPart {
  readonly wanted: 4 | 6;
}

/**
 * What is for the other family. A virtual server has the family of its address; one without an address, that
 * of the first line that has one, in the order in which keepalived reads them: real servers at their `}`, the
 * sorry server at the end (ip_family_handler(), pgr_handler(), rs_end_handler() and vs_end_handler() in
 * keepalived/check/check_parser.c).
 */
export function misfitsOf(server: VirtualServer): readonly Misfit[] {
  let wanted = server.header.address?.value.family;
  const misfits: Misfit[] = [];
  for (const part of partsOf(server)) {
    if (part.isTunnel) continue;
    wanted ??= part.family;
    if (part.family !== wanted && !isAnyPrefix(part)) misfits.push({ ...part, wanted });
  }
  return misfits;
}

/** keepalived takes a prefix length for an IPv4 netmask, too, without a word. */
function isAnyPrefix({ keyword, family }: FamilyPart): boolean {
  return keyword === 'persistence_granularity' && family === 6;
}

function partsOf(server: VirtualServer): readonly FamilyPart[] {
  const order = orderIn(server);
  const placeOf = ({ keyword, statement }: FamilyPart): number =>
    keyword === 'sorry_server' ? order.size : (order.get(statement) ?? 0);
  return [...settingsOf(server), ...serversOf(server)].sort((a, b) => placeOf(a) - placeOf(b));
}

function settingsOf({ ip_family, persistence_granularity }: VirtualServer): readonly FamilyPart[] {
  const said = ip_family?.words[0];
  const mask = persistence_granularity?.words[0];
  return [
    ...(ip_family && said
      ? [
          {
            keyword: 'ip_family' as const,
            ...{ at: said, statement: ip_family.statement, isTunnel: false },
            family: ip_family.value === 'inet6' ? (6 as const) : (4 as const),
          },
        ]
      : []),
    ...(persistence_granularity && mask
      ? [
          {
            keyword: 'persistence_granularity' as const,
            ...{ at: mask, statement: persistence_granularity.statement, isTunnel: false },
            family: persistence_granularity.value.netmask ? (4 as const) : (6 as const),
          },
        ]
      : []),
  ];
}

/** The servers; they take over the method that stands above them. */
function serversOf(server: VirtualServer): readonly FamilyPart[] {
  const { real_server = [], sorry_server: sorry, sorry_server_lvs_method } = server;
  const isTunnel = (own: VirtualServer['lvs_method'], statement: Statement): boolean =>
    (own ?? methodAbove(server, statement))?.value.method.value === 'TUN';
  const real = real_server.map(({ header, statements: [statement], lvs_method }) => ({
    keyword: 'real_server' as const,
    ...{ at: header.address.word, statement, family: header.address.value.family },
    isTunnel: isTunnel(lvs_method, statement),
  }));
  if (!sorry) return real;
  const { statement, value } = sorry;
  const last = {
    keyword: 'sorry_server' as const,
    ...{ at: value.address.word, statement, family: value.address.value.family },
    isTunnel: isTunnel(sorry_server_lvs_method, statement),
  };
  return [...real, last];
}
