import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleCommand, compileCommand } from './build.ts';

/* Builds the command and nothing else, for who installs the repository itself (scripts/build-for-npm.mjs). */

const folder = join(import.meta.dirname, '../packages/cli/dist');
rmSync(folder, { recursive: true, force: true });
await bundleCommand(folder);
compileCommand(folder);
