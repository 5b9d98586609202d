import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { isSystemError } from '../system-error.ts';
import { print, say } from '../terminal/output.ts';

/** Prints what a command was run for; to be unable to is no bug. */
export async function printResult(result: string | Uint8Array): Promise<ExitStatus> {
  try {
    await print(result);
    return exitStatus.clean;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    say(`cannot write the result: the system says ${error.code}`);
    return exitStatus.unable;
  }
}
