/** A word that can be written, and what it means. */
export interface Word {
  readonly word: string;
  readonly summary?: string;
}

/** What can be written in a place of a command line, as far as a shell can know it. */
export type Values =
  /** Files; folders, too, on the way to them or by themselves. */
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' }
  /** Nothing is known of it. */
  | { readonly kind: 'free' }
  | { readonly kind: 'words'; readonly words: readonly Word[] }
  /** `KEY=VALUE` */
  | { readonly kind: 'pairs'; readonly keys: readonly Word[]; readonly values: readonly string[] }
  /** `WORD`, or `WORD=FILE` */
  | { readonly kind: 'words-or-files'; readonly words: readonly Word[] };

/** The words that neither commander nor the shell knows. */
export interface Vocabulary {
  readonly rules: readonly Word[];
  /** Releases of keepalived and distributions, the newest first. */
  readonly releases: readonly string[];
  /** How findings can be reported. */
  readonly formats: readonly string[];
}

/** What can be written where help says `<placeholder>`. */
export function valuesFor(
  placeholder: string,
  choices: readonly string[] | undefined,
  { rules, releases, formats }: Vocabulary,
): Values {
  if (choices) return { kind: 'words', words: choices.map((word) => ({ word })) };
  switch (placeholder) {
    case 'file':
      return { kind: 'files' };
    case 'folder':
      return { kind: 'folders' };
    case 'release':
      return { kind: 'words', words: releases.map((word) => ({ word })) };
    case 'rule':
      return { kind: 'words', words: rules };
    case 'rule=level':
      return { kind: 'pairs', keys: rules, values: ['error', 'warning', 'info', 'off'] };
    case 'format[=file]':
      return { kind: 'words-or-files', words: formats.map((word) => ({ word })) };
    default:
      return { kind: 'free' };
  }
}
