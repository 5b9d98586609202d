import { printableJson } from '../terminal/printable-json.ts';
import type { Draft } from './draft.ts';
import { schemaAddress } from './schema-address.ts';

/** The draft as JSON, which has no comments. */
export function draftAsJson({ keepalivedVersion, clusters }: Draft): string {
  return printableJson({
    $schema: schemaAddress,
    ...(keepalivedVersion !== undefined && { keepalivedVersion }),
    clusters: clusters.map(({ name, nodes }) => ({
      name,
      nodes: nodes.map(({ name: node, file, configId }) => ({
        ...(node !== undefined && { name: node }),
        file,
        ...(configId !== undefined && { configId }),
      })),
    })),
  });
}
