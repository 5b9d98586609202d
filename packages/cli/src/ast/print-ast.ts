import { lint, secretSpans } from '@kalint/linter';
import {
  modelToJson,
  parse,
  treeToJson,
  type FindSecrets,
  type ModelJson,
  type Release,
  type SourceFile,
  type SyntaxTree,
  type SyntaxTreeJson,
} from '@kalint/parser';
import { largestSize } from '../disk/read-files.ts';
import { readText } from '../disk/read-text.ts';
import { exitStatus, type ExitStatus } from '../exit-status.ts';
import { nodeInputsFor } from '../node-inputs.ts';
import { refuse } from '../refuse.ts';
import { releaseFor } from '../releases.ts';
import { forLog } from '../terminal/log-commands.ts';
import { print, say } from '../terminal/output.ts';
import { denseJson } from '../terminal/printable-json.ts';
import { mostPieces } from './limits.ts';
import type { AstInvocation } from './request.ts';

/** Prints what a file says as JSON: also what is wrong with it, for a file always says something. */
export async function printAst(invocation: AstInvocation): Promise<ExitStatus> {
  const { file: path, form, showSecrets } = invocation;
  const release = releaseFor(invocation.keepalivedVersion);
  if (typeof release === 'object') return refuse([release.mistake]);
  const read = readText(path, largestSize);
  if ('failure' in read) return refuse([`cannot read ${path}: ${read.reason}`]);
  const source = { path, text: read.text };
  const hiding = showSecrets ? {} : { findSecrets: secretSpans };
  const json =
    form === 'tree'
      ? treeJson(source, read.encoding, hiding)
      : await modelJson(source, release, invocation, hiding);
  if (!json) {
    say(`cannot print ${path}: it has more than ${mostPieces} words, blanks and comments`);
    return exitStatus.unable;
  }
  await print(forLog(denseJson(json), 'json'));
  return exitStatus.clean;
}

interface Hiding {
  readonly findSecrets?: FindSecrets;
}

function treeJson(
  source: SourceFile,
  encoding: 'utf-8' | 'latin-1',
  hiding: Hiding,
): SyntaxTreeJson | undefined {
  const tree = parse(source);
  if (isTooLarge([tree])) return undefined;
  return { ...treeToJson(tree, hiding), ...(encoding === 'latin-1' && { encoding }) };
}

/** The nodes are those that a check would see. */
async function modelJson(
  source: SourceFile,
  release: Release,
  invocation: AstInvocation,
  hiding: Hiding,
): Promise<ModelJson | undefined> {
  const inputs = await nodeInputsFor([source], invocation);
  const { nodes } = lint([source], { release, rules: [], ...inputs });
  if (isTooLarge(nodes.flatMap(({ files }) => files))) return undefined;
  return modelToJson(nodes, { release, ...hiding });
}

function isTooLarge(trees: readonly SyntaxTree[]): boolean {
  const pieces = trees.reduce((sum, tree) => sum + tree.tokens.length + tree.trivia.length, 0);
  return pieces > mostPieces;
}
