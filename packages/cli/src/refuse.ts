import { exitStatus, type ExitStatus } from './exit-status.ts';
import { say } from './terminal/output.ts';

/** Says why the job cannot be done. */
export function refuse(messages: readonly string[]): ExitStatus {
  for (const message of messages) say(message);
  return exitStatus.unable;
}
