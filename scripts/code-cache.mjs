// Writes what V8 compiles the bundle of the command to: `node scripts/code-cache.mjs FOLDER`. It runs in a
// process of its own, on a pair of files, so that what a usual run needs is compiled, and no more.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Script } from 'node:vm';

const folder = resolve(process.argv[2] ?? '.');
const bundle = join(folder, 'check.bundle');
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle });
const module = { exports: {} };
script.runInThisContext()(createRequire(bundle), module, module.exports);

const sample = resolve(import.meta.dirname, '../fixtures/sample');
const files = ['master.conf', 'backup.conf'].map((name) => join(sample, name));
await module.exports.check({
  ...{ files, severities: new Map(), configIds: [], includeRoots: [] },
  outputs: [{ format: 'pretty' }],
});
writeFileSync(`${bundle}.${process.version}-${process.arch}.cache`, script.createCachedData());
process.exitCode = 0;
