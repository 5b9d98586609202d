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
  const parts = partsOf(server).filter(({ isTunnel }) => !isTunnel);
  const own = server.header.address?.value.family;
  const some = own ?? parts[0]?.family;
  // Mostly: then nobody needs to know which one is the first.
  if (parts.every(({ family }) => family === some)) return [];
  const ordered = inReadingOrder(parts, server);
  const wanted = own ?? ordered[0]?.family;
  if (wanted === undefined) return [];
  return ordered
    .filter((part) => part.family !== wanted && !isAnyPrefix(part))
    .map((part) => ({ ...part, wanted }));
}

/** keepalived takes a prefix length for an IPv4 netmask, too, without a word. */
function isAnyPrefix({ keyword, family }: FamilyPart): boolean {
  return keyword === 'persistence_granularity' && family === 6;
}

function partsOf(server: VirtualServer): readonly FamilyPart[] {
  return [...settingsOf(server), ...serversOf(server)];
}

function inReadingOrder(
  parts: readonly FamilyPart[],
  server: VirtualServer,
): readonly FamilyPart[] {
  const order = orderIn(server);
  const placeOf = ({ keyword, statement }: FamilyPart): number =>
    keyword === 'sorry_server' ? order.size : (order.get(statement) ?? 0);
  return parts.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function settingsOf({ ip_family, persistence_granularity }: VirtualServer): readonly FamilyPart[] {
  const parts: FamilyPart[] = [];
  const said = ip_family?.words[0];
  if (ip_family && said) {
    parts.push({
      keyword: 'ip_family',
      ...{ at: said, statement: ip_family.statement, isTunnel: false },
      family: ip_family.value === 'inet6' ? 6 : 4,
    });
  }
  const mask = persistence_granularity?.words[0];
  if (persistence_granularity && mask) {
    parts.push({
      keyword: 'persistence_granularity',
      ...{ at: mask, statement: persistence_granularity.statement, isTunnel: false },
      family: persistence_granularity.value.netmask ? 4 : 6,
    });
  }
  return parts;
}

/** The servers; they take over the method that stands above them. */
function serversOf(server: VirtualServer): readonly FamilyPart[] {
  const { real_server = [], sorry_server: sorry, sorry_server_lvs_method } = server;
  const parts: FamilyPart[] = [];
  for (const { header, statements, lvs_method } of real_server) {
    const [statement] = statements;
    parts.push({
      keyword: 'real_server',
      ...{ at: header.address.word, statement, family: header.address.value.family },
      isTunnel: usesTunnel(server, lvs_method, statement),
    });
  }
  if (!sorry) return parts;
  const { statement, value } = sorry;
  parts.push({
    keyword: 'sorry_server',
    ...{ at: value.address.word, statement, family: value.address.value.family },
    isTunnel: usesTunnel(server, sorry_server_lvs_method, statement),
  });
  return parts;
}

function usesTunnel(
  server: VirtualServer,
  own: VirtualServer['lvs_method'],
  statement: Statement,
): boolean {
  return (own ?? methodAbove(server, statement))?.value.method.value === 'TUN';
}
