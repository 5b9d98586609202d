/* What a page of the documentation has in its fences. */

/** A fence: "```language name", then a text. */
interface Fence {
  readonly language: string;
  /** Undefined: the text is no file. */
  readonly name: string | undefined;
  readonly text: string;
}

/** Something that a reader of the page does. */
export type Step =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  /** With the output, where the page shows it. */
  | { readonly kind: 'command'; readonly command: string; readonly output: string | undefined };

/** What a reader does who does all that the page says, in its order. */
export function stepsOf(page: string): readonly Step[] {
  return fencesOf(page).flatMap(({ language, name, text }): readonly Step[] => {
    if (name !== undefined) return [{ kind: 'file', name, text }];
    if (language === 'console') return sessionIn(text);
    return shells.has(language) ? commandsIn(text) : [];
  });
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'shell']);

function fencesOf(page: string): readonly Fence[] {
  return [...page.matchAll(/^( *)```(\w+)(?: (\S+))?\n([^]*?)^\1```$/gm)].map(
    ([, indent = '', language = '', name, text = '']) => ({
      ...{ language, name },
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}

/** `$ command`, then what it prints, up to the next one. */
function sessionIn(text: string): readonly Step[] {
  return text.split(/^\$ /m).flatMap((part): readonly Step[] => {
    const end = part.indexOf('\n');
    const command = part.slice(0, end);
    return command === '' ? [] : [{ kind: 'command', command, output: part.slice(end + 1) }];
  });
}

/** A command on each line, unless a backslash continues it; comments are for the reader. */
function commandsIn(text: string): readonly Step[] {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(?:^|\s+)#.*$/, ''))
    .filter((command) => command !== '')
    .map((command) => ({ kind: 'command', command, output: undefined }));
}
