import { exitStatus, type ExitStatus } from '../exit-status.ts';
import type { Palette } from '../terminal/colour.ts';
import { describeUnknownRule } from '../unknown-rule.ts';
import { print, say } from '../terminal/output.ts';
import { pageForTerminal } from './page-for-terminal.ts';
import type { RuleEntry } from './rule-book.ts';

/** Prints the pages of rules; none when one of them does not exist. */
export async function explain(
  ids: readonly string[],
  book: readonly RuleEntry[],
  palette: Palette,
): Promise<ExitStatus> {
  const entries = ids.map((id) => book.find((entry) => entry.id === id));
  const known = entries.filter((entry) => entry !== undefined);
  if (known.length < ids.length) {
    const missing = ids.filter((_, index) => entries[index] === undefined);
    const names = book.map(({ id }) => id);
    for (const id of missing) say(describeUnknownRule(id, names));
    return exitStatus.unable;
  }
  await print(known.map((entry) => pageForTerminal(entry, palette)).join('\n'));
  return exitStatus.clean;
}
