import type { Config, RealServer, Script, Setting, VrrpInstance, Word } from '@kalint/parser';

/** A line that makes keepalived run something. */
export interface Command {
  readonly keyword: string;
  /** `check`: its exit status decides on something; `notification`: it is told what has happened. */
  readonly role: 'check' | 'notification';
  readonly setting: Setting<Script>;
  /** The first word of the command, or all of it when it is quoted. */
  readonly word: Word;
  /** Of which vrrp_script, when it is one. */
  readonly script: string | undefined;
  /** Empty when the file is only looked whether it can be opened (`</run/ready`). */
  readonly arguments: readonly Argument[];
}

/** A word of a command, quotes removed. */
export interface Argument {
  readonly text: string;
  readonly quoted: boolean;
}

const forInstances = [
  ...(['notify', 'notify_master', 'notify_backup', 'notify_fault', 'notify_stop'] as const),
  ...(['notify_deleted', 'notify_master_rx_lower_pri'] as const),
] as const satisfies readonly (keyof VrrpInstance)[];

const forGroups = [
  ...(['notify', 'notify_master', 'notify_backup', 'notify_fault', 'notify_stop'] as const),
] as const;

const forAll = [
  ...(['startup_script', 'shutdown_script', 'notify_fifo_script'] as const),
  ...(['vrrp_notify_fifo_script', 'lvs_notify_fifo_script'] as const),
] as const;

/** Every command of a configuration. */
export function commandsOf(config: Config): readonly Command[] {
  const { global_defs: global, vrrp_script: scripts = [], virtual_server: servers = [] } = config;
  return [
    ...forAll.flatMap((keyword) => notification(keyword, global?.[keyword])),
    ...scripts.flatMap(({ script, header }) => commandIn('script', 'check', script, header)),
    ...(config.vrrp_instance ?? []).flatMap((instance) =>
      forInstances.flatMap((keyword) => notification(keyword, instance[keyword])),
    ),
    ...(config.vrrp_sync_group ?? []).flatMap((group) =>
      forGroups.flatMap((keyword) => notification(keyword, group[keyword])),
    ),
    ...servers.flatMap(({ quorum_up, quorum_down, real_server = [] }) => [
      ...notification('quorum_up', quorum_up),
      ...notification('quorum_down', quorum_down),
      ...real_server.flatMap(commandsOfServer),
    ]),
  ];
}

function commandsOfServer(server: RealServer): readonly Command[] {
  return [
    ...notification('notify_up', server.notify_up),
    ...notification('notify_down', server.notify_down),
    ...(server.MISC_CHECK ?? []).flatMap(({ misc_path }) =>
      commandIn('misc_path', 'check', misc_path),
    ),
  ];
}

function notification(
  keyword: string,
  setting: Setting<Script | undefined> | undefined,
): readonly Command[] {
  return commandIn(keyword, 'notification', setting);
}

function commandIn(
  keyword: string,
  role: Command['role'],
  setting: Setting<Script | undefined> | undefined,
  script?: string,
): readonly Command[] {
  const value = setting?.value;
  const word = setting?.words[0];
  if (!setting || !value || !word) return [];
  const isOpened = /^<[ \t]*\//.test(value.command);
  const words = isOpened ? [] : argumentsOf(value.command);
  return [{ keyword, role, setting: { ...setting, value }, word, script, arguments: words }];
}

/**
 * Blanks part a command into words, except between quotes; a backslash takes away what the character
 * behind it means (lib/parser.c, alloc_strvec_quoted_escaped()).
 */
function argumentsOf(command: string): readonly Argument[] {
  const words = command.match(/(?:"[^"]*"|'[^']*'|\\[^]|[^\s"'\\])+/g) ?? [];
  return words.map((word) => ({
    text: word.replaceAll(/"([^"]*)"|'([^']*)'|\\([^])/g, '$1$2$3'),
    quoted: /["']/.test(word),
  }));
}

/** The program that a command runs, without the folder it lies in. */
export function programOf({ arguments: [program] }: Pick<Command, 'arguments'>): string {
  return program?.text.replace(/^.*\//, '') ?? '';
}
