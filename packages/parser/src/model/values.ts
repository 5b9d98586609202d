import type { LineType, ValueSchema } from '../schema/keyword.ts';
import type { Word } from '../syntax/tree.ts';
import type { Address } from './address.ts';

/** An address and a port, as real_server and sorry_server take them. */
export interface Endpoint {
  readonly address: Address;
  readonly port: number | undefined;
}

/** What a virtual_server stands for. */
export type VirtualServerKey =
  | ({ readonly kind: 'address' } & Endpoint)
  | { readonly kind: 'fwmark'; readonly mark: number }
  | { readonly kind: 'group'; readonly name: string };

export interface Script {
  /** The command with its arguments, quotes removed. */
  readonly command: string;
  readonly user: string | undefined;
  readonly group: string | undefined;
}

export interface User {
  readonly user: string;
  readonly group: string | undefined;
}

/** What a tracker adds to the priority. */
export interface Weight {
  readonly weight: number;
  readonly reverse: boolean;
}

export interface Forwarding {
  readonly method: 'NAT' | 'DR' | 'TUN';
  /** Tunnel type and checksum words, as written. */
  readonly options: readonly string[];
}

/** From and to, both included. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** A line of virtual_ipaddress, virtual_ipaddress_excluded or static_ipaddress. */
export interface AddressLine {
  readonly address: Address;
  /** Without one keepalived takes the whole address: 32 or 128. */
  readonly prefix: number | undefined;
  readonly device: string | undefined;
  /** All words behind the address, as written. */
  readonly options: readonly string[];
}

/** A line of track_interface, track_script, track_file, track_process or track_bfd. */
export interface TrackedItem {
  readonly name: string;
  /** Absent: the weight of what is tracked counts. */
  readonly weight: number | undefined;
  /** Absent: what is tracked decides. */
  readonly reverse: boolean | undefined;
}

export interface UnicastPeer {
  readonly address: Address;
  readonly minTtl: number | undefined;
  readonly maxTtl: number | undefined;
}

/** The type of the value that a schema reads. */
export type ValueOf<S extends ValueSchema> =
  ReadValue<S> | (S extends { readonly optional: true } ? undefined : never);

type ReadValue<S extends ValueSchema> = S extends {
  readonly type: 'enum';
  readonly values: readonly (infer V)[];
}
  ? V
  : S['type'] extends keyof ValueTypes
    ? ValueTypes[S['type']]
    : never;

interface ValueTypes {
  flag: true;
  boolean: boolean;
  integer: number;
  decimal: number;
  string: string;
  interface: string;
  address: Address;
  script: Script;
  user: User;
  weight: Weight;
  integers: readonly NumberRange[];
  endpoint: Endpoint;
  'virtual-server': VirtualServerKey;
  forwarding: Forwarding;
  words: readonly Word[];
}

/** The type of a line of a free-form block. */
export type LineOf<L extends LineType> = L extends keyof LineTypes ? LineTypes[L] : readonly Word[];

interface LineTypes {
  address: AddressLine;
  words: string;
  'tracked-interface': TrackedItem;
  'tracked-script': TrackedItem;
  'tracked-file': TrackedItem;
  'tracked-process': TrackedItem;
  'tracked-bfd': TrackedItem;
  'unicast-peer': UnicastPeer;
}
