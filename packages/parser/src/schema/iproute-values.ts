/*
 * Values of addresses, routes and rules that are the same in all of them: those of iproute2, by number or by
 * a name in one of its files.
 */

/** rt_scopes */
export const scope = {
  type: 'integer',
  min: 0,
  max: 255,
  base: 'any',
  names: ['global', 'nowhere', 'host', 'link', 'site'],
  namedIn: 'rt_scopes',
} as const;

/** rt_tables, from this number on */
export function routingTable<N extends number>(min: N) {
  return {
    type: 'integer',
    min,
    max: 18446744073709552000,
    base: 'any',
    names: ['default', 'main', 'local'],
    namedIn: 'rt_tables',
  } as const;
}

/** rt_dsfield */
export const trafficClass = {
  type: 'integer',
  min: 0,
  max: 255,
  base: 'any',
  namedIn: 'rt_dsfield',
} as const;

/** rt_realms: `TO` or `FROM/TO` */
export const realms = {
  type: 'numbers',
  separator: '/',
  least: 1,
  most: 2,
  min: 0,
  max: 255,
  base: 'any',
  namedIn: 'rt_realms',
} as const;
