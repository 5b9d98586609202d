/*
 * Whoever runs a pipeline reads its log, and obeys some lines of it: GitHub what begins with `::`, GitHub and Azure
 * `##[command]` and TeamCity `##teamcity[command]` wherever it stands. A comment of a configuration, or the name of a
 * file, must not give orders.
 */

type Environment = Readonly<Record<string, string | undefined>>;

/** How a text is written in which a character can be said in another way. */
export type Notation = 'text' | 'json' | 'xml';

const hash: Readonly<Record<Notation, string>> = { text: ' #', json: '\\u0023', xml: '&#35;' };

/** The text as it can be printed into the log of a pipeline; the same text where there is none. */
export function forLog(
  text: string,
  notation: Notation = 'text',
  environment: Environment = process.env,
): string {
  const { GITHUB_ACTIONS, TF_BUILD, TEAMCITY_VERSION } = environment;
  if (!GITHUB_ACTIONS && !TF_BUILD && !TEAMCITY_VERSION) return text;
  const harmless = text.replace(/##(?=\w*\[)/g, `#${hash[notation]}`);
  return notation === 'text' ? harmless.replace(/^(\s*):(?=:)/gm, '$1: ') : harmless;
}
