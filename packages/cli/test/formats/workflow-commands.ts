/** What the runner of GitHub Actions takes for an order. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The orders in a log, as the runner finds them: a line that begins, after blanks, with `::`. (The old ones, `##[` wherever it
 * stands, are looked for in log-commands.test.ts.)
 * (https://github.com/actions/runner, ActionCommand; told in own words).
 */
export function commandsIn(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line): readonly WorkflowCommand[] => {
    const [, head, data] = /^\s*::(.+?)::([^]*)$/.exec(line) ?? [];
    if (head === undefined || data === undefined) return [];
    const [command = ''] = head.split(' ');
    const list = head.slice(command.length + 1);
    const properties = list === '' ? [] : list.split(',').map(propertyIn);
    return [{ command, properties: Object.fromEntries(properties), data: decoded(data) }];
  });
}

function propertyIn(text: string): readonly [string, string] {
  const [name = '', ...value] = text.split('=');
  return [name, decoded(value.join('=').replaceAll('%2C', ',').replaceAll('%3A', ':'))];
}

/** The percent sign comes last. */
function decoded(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
