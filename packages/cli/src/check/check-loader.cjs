'use strict';
/*
 * Loads the bundle of check.ts. The build leaves beside it what V8 compiled it to: to compile it again is
 * a third of the command's own time. That serves who builds kalint where it is used, as pre-commit does;
 * the package on npm comes without. V8 takes only what the same V8 made, with the same flags; else the
 * bundle is compiled as usual.
 */
const { readFileSync } = require('node:fs');
const { Script } = require('node:vm');

const bundle = `${__dirname}/check.bundle`;

function compiledBefore() {
  try {
    return readFileSync(`${bundle}.${process.version}-${process.arch}.cache`);
  } catch {
    return undefined;
  }
}

// The bundle is ASCII, one function expression.
const script = new Script(readFileSync(bundle, 'latin1'), {
  filename: bundle,
  cachedData: compiledBefore(),
});
script.runInThisContext()(require, module, exports);
