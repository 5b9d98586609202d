import { modelSchema, treeSchema } from '@kalint/parser';
import type { Artefact } from './artefact.ts';

/** The schemas of what `kalint ast` prints. */
export const jsonSchemas: readonly Artefact[] = [
  { path: 'grammar/syntax-tree.schema.json', text: () => JSON.stringify(treeSchema()) },
  { path: 'grammar/model.schema.json', text: () => JSON.stringify(modelSchema()) },
];
