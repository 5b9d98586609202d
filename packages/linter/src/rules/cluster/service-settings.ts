import type { Location, VirtualServer, Word } from '@kalint/parser';
import { locationOf } from '../../diagnostic.ts';
import { generalMethodOf, schedulerOf } from '../lvs/servers.ts';
import { protocolOf } from './services.ts';

/** A setting that decides where a connection goes. */
export interface ServiceSetting {
  /** Its names. */
  readonly keywords: readonly [string, ...string[]];
  /** As keepalived uses it, to be compared. */
  readonly valueOf: (server: VirtualServer) => string | number;
  /** As a message has it. */
  readonly textOf: (server: VirtualServer, quote: (word: Word) => string) => string;
  readonly placeOf: (server: VirtualServer) => Location;
}

/** What is written, if it is. */
type Written<T> = Extract<Parameters<typeof locationOf>[0], { readonly words: unknown }> & {
  readonly value: T;
};

function setting<T>(
  keywords: ServiceSetting['keywords'],
  written: (server: VirtualServer) => Written<T> | undefined,
  keyOf: (value: T) => string | number,
  otherwise: (server: VirtualServer) => string | number,
): ServiceSetting {
  return {
    keywords,
    valueOf: (server) => {
      const found = written(server);
      return found ? keyOf(found.value) : otherwise(server);
    },
    textOf: (server, quote) => {
      const found = written(server);
      if (!found) return `${otherwise(server)} by default`;
      return found.words.length > 0 ? found.words.map(quote).join(' ') : 'set';
    },
    placeOf: (server) => locationOf(written(server) ?? server),
  };
}

function same<T>(value: T): T {
  return value;
}

/** keepalived/check/check_data.c, validate_check_config(): what it assumes where nothing is written. */
export const serviceSettings: readonly ServiceSetting[] = [
  setting(
    ['protocol'],
    ({ protocol }) => protocol,
    (name) => name.toUpperCase(),
    protocolOf,
  ),
  setting(['lb_algo', 'lvs_sched'], schedulerOf, same, () => 'wlc'),
  setting(
    ['lb_kind', 'lvs_method'],
    generalMethodOf,
    ({ method }) => method.value,
    () => 'NAT',
  ),
  setting(
    ['persistence_timeout'],
    ({ persistence_timeout }) => persistence_timeout,
    same,
    ({ header }) => (header.address && !header.port ? 360 : 0),
  ),
  setting(
    ['persistence_granularity'],
    ({ persistence_granularity }) => persistence_granularity,
    ({ netmask, prefix }) => netmask?.value.key ?? prefix?.value ?? 'none',
    () => 'none',
  ),
  setting(
    ['persistence_engine'],
    ({ persistence_engine }) => persistence_engine,
    same,
    () => 'none',
  ),
  setting(
    ['quorum'],
    ({ quorum }) => quorum,
    same,
    () => 1,
  ),
  setting(
    ['hysteresis'],
    ({ hysteresis }) => hysteresis,
    same,
    () => 0,
  ),
  setting(
    ['ops'],
    ({ ops }) => ops,
    String,
    () => 'off',
  ),
  setting(
    ['sorry_server'],
    ({ sorry_server }) => sorry_server,
    ({ address, port }) => `${address.value.key} ${port?.value ?? 0}`,
    () => 'none',
  ),
];
