import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

/** What `kalint failover --format json` may print. */
export const isFailoverReport: ValidateFunction = (() => {
  const schema: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../schema/failover.schema.json'), 'utf8'),
  );
  if (typeof schema !== 'object' || !schema) throw new Error('the schema is no object');
  return new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
})();
