import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { validateXML } from 'xmllint-wasm';

/*
 * What the formats must be. No npm package that is kept well carries the published schemas of SARIF, GitLab and
 * reviewdog, so these are written from what is published about the formats; and all are stricter than the published
 * ones, for they allow only what kalint writes. That SARIF uses the properties of the standard with their types is
 * checked once more by the compiler: src/reporters/sarif.ts builds a `Log` of @types/sarif, which is made of the
 * published schema.
 */

type Schema = Readonly<Record<string, unknown>>;

/** An object with these properties, of which those named with `?` may be absent, and no others. */
function object(properties: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(properties);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema]),
    ),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  };
}

function list(items: Schema, minItems = 0): Schema {
  return { type: 'array', items, minItems };
}

const text: Schema = { type: 'string', minLength: 1 };
const anyText: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 1 };
const index: Schema = { type: 'integer', minimum: 0 };
const fingerprint: Schema = { type: 'string', pattern: '^[0-9a-f]{32}$' };
const webPage: Schema = { type: 'string', pattern: '^https://github\\.com/kalint/kalint' };

/** A relative reference, or a file: all that RFC 3986 lets stand in a path. */
const uri: Schema = {
  type: 'string',
  pattern: "^(?:file:///)?(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$",
};

const message = object({ text });
const description = object({ text: { ...text, maxLength: 1024 } });
const region = object({
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
});
const artifact = object({ uri, 'uriBaseId?': { const: '%SRCROOT%' } });
const physicalLocation = object({ artifactLocation: artifact, region });
const level: Schema = { enum: ['error', 'warning', 'note'] };

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and what GitHub says that it needs and allows. */
const sarif = object({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: {
    ...list(
      object({
        tool: object({
          driver: object({
            name: { const: 'kalint' },
            version: text,
            semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
            informationUri: webPage,
            rules: list(
              object({
                id: { type: 'string', pattern: '^[a-z0-9-]+$' },
                shortDescription: description,
                'fullDescription?': description,
                'help?': object({ text, markdown: text }),
                'helpUri?': webPage,
                'defaultConfiguration?': object({ level }),
                'properties?': object({
                  tags: { ...list(text), maxItems: 10 },
                  'problem.severity': { enum: ['error', 'warning', 'recommendation'] },
                }),
              }),
            ),
          }),
        }),
        columnKind: { const: 'utf16CodeUnits' },
        originalUriBaseIds: object({ '%SRCROOT%': object({ description: message }) }),
        invocations: list(
          object({
            executionSuccessful: { const: true },
            toolExecutionNotifications: list(object({ level, message })),
          }),
          1,
        ),
        artifacts: list(object({ location: artifact, roles: list(text, 1) })),
        results: {
          ...list(
            object({
              ruleId: text,
              ruleIndex: index,
              level,
              message,
              locations: list(object({ physicalLocation }), 1),
              'relatedLocations?': list(object({ id: index, physicalLocation, message }), 1),
              'fixes?': list(
                object({
                  description: message,
                  artifactChanges: list(
                    object({
                      artifactLocation: artifact,
                      replacements: list(
                        object({
                          deletedRegion: region,
                          insertedContent: object({ text: anyText }),
                        }),
                        1,
                      ),
                    }),
                    1,
                  ),
                }),
                1,
              ),
              partialFingerprints: object({ 'kalint/v1': fingerprint }),
            }),
          ),
          maxItems: 25_000,
        },
      }),
      1,
    ),
    maxItems: 1,
  },
});

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const gitlab = list(
  object({
    description: text,
    check_name: text,
    fingerprint,
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: object({ path: text, lines: object({ begin: count }) }),
  }),
);

const rdjsonRange = object({
  start: object({ line: count, column: count }),
  end: object({ line: count, column: count }),
});

/** https://github.com/reviewdog/reviewdog/tree/master/proto/rdf */
const rdjson = object({
  source: object({ name: { const: 'kalint' }, url: webPage }),
  diagnostics: list(
    object({
      message: text,
      location: object({ path: text, range: rdjsonRange }),
      severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
      code: object({ value: text, url: webPage }),
      'suggestions?': list(object({ range: rdjsonRange, text: anyText }), 1),
    }),
  ),
});

const published: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../schema/report.schema.json'), 'utf8'),
);

function validatorFor(schema: unknown): ValidateFunction {
  if (typeof schema !== 'object' || !schema) throw new Error('the schema is no object');
  return new Ajv({ strict: true, strictRequired: false }).compile(schema);
}

/** Whether JSON is a report of the format; `errors` says what is wrong. */
export const jsonFormats = {
  json: validatorFor(published),
  sarif: validatorFor(sarif),
  gitlab: validatorFor(gitlab),
  rdjson: validatorFor(rdjson),
};

/** What is wrong with XML documents, by libxml2: all of them at once, for it starts slowly. */
export async function xmlErrors(
  format: 'junit' | 'checkstyle',
  documents: readonly string[],
): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, place) => ({ fileName: `${place}.xml`, contents })),
    schema: [readFileSync(join(import.meta.dirname, `${format}.xsd`), 'utf8')],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
