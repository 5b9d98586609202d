import type { Config, Script, Setting, VrrpInstance, Word } from '@kalint/parser';

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

const known = new WeakMap<Config, readonly Command[]>();

/** Every command of a configuration. A dozen rules ask for them. */
export function commandsOf(config: Config): readonly Command[] {
  let commands = known.get(config);
  if (commands) return commands;
  commands = collectCommands(config);
  known.set(config, commands);
  return commands;
}

function collectCommands(config: Config): readonly Command[] {
  const { global_defs: global, vrrp_script: scripts = [], virtual_server: servers = [] } = config;
  const commands: Command[] = [];
  for (const keyword of forAll) addNotification(commands, keyword, global?.[keyword]);
  for (const { script, header } of scripts) addCommand(commands, 'script', 'check', script, header);
  for (const instance of config.vrrp_instance ?? []) {
    for (const keyword of forInstances) addNotification(commands, keyword, instance[keyword]);
  }
  for (const group of config.vrrp_sync_group ?? []) {
    for (const keyword of forGroups) addNotification(commands, keyword, group[keyword]);
  }
  for (const { quorum_up, quorum_down, real_server = [] } of servers) {
    addNotification(commands, 'quorum_up', quorum_up);
    addNotification(commands, 'quorum_down', quorum_down);
    for (const { notify_up, notify_down, MISC_CHECK = [] } of real_server) {
      addNotification(commands, 'notify_up', notify_up);
      addNotification(commands, 'notify_down', notify_down);
      for (const { misc_path } of MISC_CHECK) addCommand(commands, 'misc_path', 'check', misc_path);
    }
  }
  return commands;
}

type CommandSetting = Setting<Script | undefined> | undefined;

function addNotification(commands: Command[], keyword: string, setting: CommandSetting): void {
  addCommand(commands, keyword, 'notification', setting);
}

function addCommand(
  commands: Command[],
  keyword: string,
  role: Command['role'],
  setting: CommandSetting,
  script?: string,
): void {
  const value = setting?.value;
  const word = setting?.words[0];
  if (!setting || !value || !word) return;
  const isOpened = /^<[ \t]*\//.test(value.command);
  const words = isOpened ? [] : argumentsOf(value.command);
  commands.push({ keyword, role, setting: { ...setting, value }, word, script, arguments: words });
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
