import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Artefact } from './artefact.ts';
import { configurationJsonSchema, configurationPage } from './configuration.ts';
import { ebnf } from './ebnf.ts';
import { jsonSchemas } from './json-schemas.ts';
import { keepalivedT } from './keepalived-t.ts';
import { keywordsJson } from './keywords-json.ts';
import { knownMistakesPage } from './known-mistakes.ts';
import { manPage } from './man-page.ts';
import { outputPicture } from './output-picture.ts';
import { precision } from './precision.ts';
import { railroad } from './railroad.ts';
import { ruleIndex } from './rule-index.ts';
import { textmate } from './textmate.ts';

/** All that `pnpm generate` writes. */
export const artefacts: readonly Artefact[] = [
  keywordsJson,
  ebnf,
  railroad,
  textmate,
  ...jsonSchemas,
  configurationJsonSchema,
  configurationPage,
  ruleIndex,
  precision,
  keepalivedT,
  knownMistakesPage,
  manPage,
  outputPicture,
];

const root = join(import.meta.dirname, '../..');

/** What should stand in the file: what Prettier formats is formatted. */
export async function contentsOf({ path, text }: Artefact): Promise<string> {
  if (!/\.(?:json|md)$/.test(path)) return text();
  const file = join(root, path);
  return format(text(), { ...(await resolveConfig(file)), filepath: file });
}

/** Whether the file is what it should be. */
export async function isCurrent(artefact: Artefact): Promise<boolean> {
  const file = join(root, artefact.path);
  return existsSync(file) && readFileSync(file, 'utf8') === (await contentsOf(artefact));
}

export async function write(artefact: Artefact): Promise<void> {
  writeFileSync(join(root, artefact.path), await contentsOf(artefact));
}
