/* What tells which cluster a file belongs to: plain data that can be sent from one thread to another. */

/** Where something is written. */
export interface MarkPlace {
  /** The file, perhaps one that is included. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What of a file says to which cluster its nodes belong. No passwords are among it: callers may print it. */
export interface FileMarks {
  /** The path of the file; no other file has it. */
  readonly file: string;
  /** At least one; several when `@id` lines make several nodes of the file. */
  readonly nodes: readonly NodeMarks[];
  /** The files that it includes, each once; keys are their paths, as whoever reads them calls them. */
  readonly includes: readonly Mark[];
}

/** The same of one node. */
export interface NodeMarks {
  readonly name: string;
  readonly instances: readonly InstanceMarks[];
  /** The virtual servers of a node that has no instances. */
  readonly services: readonly Mark[];
}

/** What an instance is recognised by. */
export interface InstanceMarks {
  readonly name: string;
  readonly place: MarkPlace;
  readonly virtualRouterId: number | undefined;
  readonly interface: string | undefined;
  /** Its priority when all is well. */
  readonly priority: number;
  /** It says `state MASTER`. */
  readonly isMaster: boolean;
  /** The virtual addresses. */
  readonly addresses: readonly Mark[];
  /** What it sends from, when that is written. */
  readonly source: Mark | undefined;
  /** The other routers that it sends to one by one. */
  readonly peers: readonly Mark[];
}

/** Something that nodes of one cluster share. */
export interface Mark {
  /** The same for the same thing, however it is written. */
  readonly key: string;
  /** As people write it. */
  readonly text: string;
  readonly place: MarkPlace;
}
