import { watch as watchFolder, type FSWatcher } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Invocation } from '../check/invocation.ts';
import { configurationNames, findConfiguration } from '../configuration/find.ts';
import { counted } from '../counted.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { isTerminal, print, say } from '../terminal/output.ts';
import {
  difference,
  listed,
  stateOf,
  takenAgain,
  watchedFolders,
  withFolders,
  withoutSlash,
  type Snapshot,
} from './snapshot.ts';

/* What --watch needs; loaded only for it. */

/** Editors change a file in several steps, and people save several files. In milliseconds. */
const settlingTime = 100;

/** Some file systems report no changes: those of networks, and of some containers. In milliseconds. */
const pollingTime = 2000;

/** In milliseconds; more than a turn of the event loop takes. */
const hearingTime = 10;

/**
 * Runs a check, and again whenever something has changed that it has looked at, until it is interrupted, or nobody
 * reads any more what it says. Findings do not end it, nor do mistakes.
 */
export async function watch(
  run: (looksAt: (path: string) => void) => Promise<ExitStatus>,
  invocation: Invocation,
): Promise<ExitStatus> {
  const interruption = interrupted();
  const written = invocation.outputs.flatMap(({ file }) => file ?? []);
  let known: Snapshot = new Map();
  for (;;) {
    await clear();
    const seen = new Map<string, string>();
    // The state before it is read: what changes meanwhile is read again.
    const paths = [...invocation.files.map(withoutSlash), ...known.keys()];
    const before = new Map(
      paths.filter((path) => !path.endsWith('/')).map((path) => [path, stateOf(path)]),
    );
    const listings = listed(before);
    const looksAt = (word: string): void => {
      const path = withoutSlash(word);
      if (!seen.has(path)) seen.set(path, before.get(path) ?? stateOf(path));
    };
    configurationFiles(invocation).forEach(looksAt);
    const status = await run(looksAt);
    if (await comesSoon(interruption)) return exitStatus.clean;
    // What could not be checked has not looked at everything.
    if (status === exitStatus.unable || status === exitStatus.bug)
      for (const path of known.keys()) if (!path.endsWith('/')) looksAt(path);
    known = withFolders(seen, written, listings);
    if (!invocation.isQuiet) say(`watching ${describe(known)}; Ctrl-C ends it`);
    const changed = await changeOf(known, written, interruption);
    if (changed === undefined) return exitStatus.clean;
    if (!invocation.isQuiet && !isTerminal()) say(describeChange(changed));
  }
}

/** A signal, also that of a write, is heard a moment after it was sent. */
function comesSoon(interruption: Promise<undefined>): Promise<boolean> {
  return Promise.race([
    interruption.then(() => true),
    new Promise<false>((resolve) => setTimeout(resolve, hearingTime, false)),
  ]);
}

/** What has changed, once it does no more; undefined when there is an interruption. */
function changeOf(
  before: Snapshot,
  ignored: readonly string[],
  interruption: Promise<undefined>,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let last = before;
    let settling: NodeJS.Timeout | undefined;
    const look = (): void => {
      settling = undefined;
      const now = takenAgain(before, ignored);
      const changed = difference(before, now);
      if (difference(last, now) !== undefined) notice();
      else if (changed !== undefined) end(changed);
      last = now;
    };
    // Not put off by further events: something else in the folder may change all the time.
    const notice = (): void => void (settling ??= setTimeout(look, settlingTime));
    const watchers = [...watchedFolders(before)].flatMap((folder) => watcherOf(folder, notice));
    const polling = setInterval(notice, pollingTime);
    const end = (changed: string | undefined): void => {
      for (const watcher of watchers) watcher.close();
      clearInterval(polling);
      clearTimeout(settling);
      resolve(changed);
    };
    void interruption.then(end);
    // What has changed before the folders were watched.
    notice();
  });
}

/** None where the system cannot, or will not watch more: then it takes a while until a change is seen. */
function watcherOf(folder: string, notice: () => void): readonly FSWatcher[] {
  try {
    const watcher = watchFolder(folder, notice);
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}

function describeChange(path: string): string {
  return path.endsWith('/') ? `what is in ${path} has changed` : `${path} has changed`;
}

function describe(known: Snapshot): string {
  const states = [...known].filter(([path]) => !path.endsWith('/')).map(([, state]) => state);
  return counted(states.filter((state) => !['missing', 'folder'].includes(state)).length, 'file');
}

/** The configuration file that counts, and those that would if they were there. */
function configurationFiles({ configuration, files }: Invocation): readonly string[] {
  if (configuration === false) return [];
  if (configuration !== undefined) return [configuration];
  const [first] = files;
  const folder = first === undefined ? '.' : dirname(first);
  return [...findConfiguration(first), ...configurationNames.map((name) => join(folder, name))];
}

/** Only a terminal is cleared, and what has left it by scrolling stays. */
async function clear(): Promise<void> {
  if (isTerminal()) await print('\u001b[2J\u001b[H');
}

function interrupted(): Promise<undefined> {
  return new Promise((resolve) => {
    // SIGPIPE comes when something is written to a pipe whose reader is gone: without somebody who listens, nothing.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGPIPE'] as const)
      process.once(signal, () => resolve(undefined));
  });
}
