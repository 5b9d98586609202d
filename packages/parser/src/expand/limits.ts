/**
 * What one line may come to. keepalived knows only the length of a line; without the others a
 * definition that contains itself, or a sequence of a thousand million values, would never end.
 */
export const limits = {
  /** Bytes of a line as written: what keepalived gets to see of it (lib/parser.c, read_line). */
  writtenBytes: 1022,
  /** Bytes of a line after replacement: what fits into keepalived's buffer (lib/parser.h, MAXBUF). */
  lineBytes: 1023,
  /** Replacements within one line; only definitions with empty values can need many. */
  lineReplacements: 10_000,
  /** Definitions within the value of a definition. */
  definitionDepth: 64,
  /** Values of one `~SEQ`. */
  sequenceValues: 65_536,
  /** Bytes between `~SEQ(VAR,` and the `)`, that included (lib/parser.c, add_seq). */
  sequenceParameters: 63,
  /** Files within files. */
  includeDepth: 64,
} as const;

/** What a whole expansion may come to. */
export const totals = {
  /** Of the expanded text. */
  characters: 8 * 1024 * 1024,
  /** Lines, and parts of lines, that are looked into; lines of plain text are not. */
  lines: 400_000,
  /** References that are looked up. */
  references: 400_000,
  'included files': 10_000,
} as const;

export type Quantity = keyof typeof totals;
