import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The published schemas, for the JSON that the tests see. */
export const isTree = schemaOf('syntax-tree.schema.json');
export const isModel = schemaOf('model.schema.json');

function schemaOf(name: string): ValidateFunction {
  const file = join(import.meta.dirname, '../../../../grammar', name);
  return new Ajv2020({ allErrors: true, strict: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
}
