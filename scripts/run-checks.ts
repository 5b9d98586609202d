/** Something that must hold: it throws when it does not. */
export type Check = readonly [name: string, check: () => void | Promise<void>];

/** Runs one check after the other, says how each ended, and whether all of them hold. */
export async function runChecks(title: string, checks: readonly Check[]): Promise<boolean> {
  let failed = 0;
  for (const [name, check] of checks) {
    try {
      await check();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`${title}: ${checks.length - failed} passed, ${failed} failed`);
  return failed === 0;
}
