/*
 * Where the keyword table and the reference differ, and why the table is right.
 */

interface Argument {
  readonly reason: string;
  /** `path: fact` */
  readonly about: readonly string[];
}

const args: readonly Argument[] = [
  {
    reason: 'a number with an optional `reverse` behind it',
    about: [
      'bfd_instance > weight: type',
      'virtual_server > real_server > FILE_CHECK > weight: type',
      'track_file > weight: type',
      'vrrp_track_file > weight: type',
      'vrrp_script > weight: type',
      'vrrp_track_process > weight: type',
    ],
  },
  {
    reason: 'the crash is that of `virtual_server group` and `virtual_server fwmark`',
    about: ['virtual_server: without its value'],
  },
];

/** The reason of each argued difference, by `path: fact`. */
export const argued: ReadonlyMap<string, string> = new Map(
  args.flatMap(({ reason, about }) => about.map((key) => [key, reason] as const)),
);
