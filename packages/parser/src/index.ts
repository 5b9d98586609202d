/**
 * `@kalint/parser`: the text of a keepalived.conf, its syntax tree, and its typed model.
 *
 * @packageDocumentation
 */
export type { Span } from './text/span.ts';
export { cover, firstEndingAfter } from './text/span.ts';
export type { Location, Position, SourceFile } from './text/source-file.ts';
export { lineSpan, lineStarts, lineText, positionAt } from './text/source-file.ts';
export type { TextEdit } from './text/text-edit.ts';
export { applyEdits } from './text/text-edit.ts';
export { byteLength } from './text/byte-length.ts';

export type * from './syntax/tree.ts';
export { parse, parseExpanded } from './parse.ts';
export { expand, type Expansion, type ExpandOptions } from './expand/expand.ts';
export type { Origin } from './text/origin.ts';
export type * from './expand/problems.ts';
export type { IncludeMatch, ReadInclude, RefusedFile, Refusal } from './expand/include-reader.ts';
export { isRefused } from './expand/include-reader.ts';
export { configIdsIn } from './expand/conditions.ts';
export { usesPreprocessor } from './expand/uses-preprocessor.ts';

export { exceededSize, sizeLimits, type ExceededSize } from './syntax/size-limits.ts';
export { print } from './syntax/print.ts';
export { preprocessorDirectives, visitStatements } from './syntax/visit.ts';
export { nestingLimit } from './braces/nesting-limit.ts';

export type * from './schema/keyword.ts';
export type * from './schema/value.ts';
export { lineSchemas, type LineType } from './schema/lines.ts';
export type { BlockPath, Placement } from './schema/language.ts';
export { isReadBy, keywordIn, language, placementsOf } from './schema/language.ts';
export type { Distribution } from './schema/distributions.ts';
export { distributions, releaseNamed } from './schema/distributions.ts';
export type { Release } from './schema/releases.ts';
export { compareReleases, isRelease, newestRelease, releases } from './schema/releases.ts';

export type { Address } from './model/address.ts';
export { parseAddress } from './model/address.ts';
export type * from './model/config.ts';
export type * from './model/problems.ts';
export { statementOf } from './model/problems.ts';
export type * from './model/values.ts';
export type { Binding } from './model/bind.ts';
export { bind } from './model/bind.ts';
export { notationOf } from './model/notation.ts';
export { optionsOf } from './model/next-argument.ts';

export type { Doubt } from './format/doubt.ts';
export { format, type Formatted } from './format/format.ts';
export { sameMeaning, type MeaningOptions } from './format/same-meaning.ts';

export type { PositionJson, RangeJson } from './json/place.ts';
export type { FindSecrets } from './json/secrets.ts';
export type { JsonSchema } from './json/schema.ts';
export type { JsonProblem } from './json/shape.ts';
export type * from './json/tree/tree-json.ts';
export { treeToJson, type TreeJsonOptions } from './json/tree/write-tree.ts';
export { buildText, type BuiltText } from './json/tree/build-text.ts';
export { treeSchema } from './json/tree/tree-shape.ts';
export type { Json, JsonObject } from './json/model/form.ts';
export type {
  ModelJson,
  ModelJsonOptions,
  NamedConfig,
  NodeJson,
} from './json/model/write-model.ts';
export { modelToJson } from './json/model/write-model.ts';
export { modelSchema } from './json/model/model-schema.ts';
