import { artefacts, isCurrent, write } from './generate/artefacts.ts';

/*
 * Writes what follows from the grammar, the keyword table and the rules, or with `--check` says what is
 * stale.
 */

const isCheck = process.argv.includes('--check');
let stale = 0;
for (const artefact of artefacts) {
  if (await isCurrent(artefact)) continue;
  stale++;
  if (isCheck) console.error(`${artefact.path} is stale: run \`pnpm generate\``);
  else await write(artefact);
}
console.log(`${artefacts.length - stale} current, ${stale} ${isCheck ? 'stale' : 'written'}`);
process.exitCode = isCheck && stale > 0 ? 1 : 0;
