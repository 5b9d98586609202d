import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of a run share: what takes long to make is made once. */
    folderOfRun: string;
  }
}

export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kalint-run-'));
  project.provide('folderOfRun', folder);
  // Somebody watches, and has changed something.
  project.onTestsRerun(() => rmSync(join(folder, 'command'), { recursive: true, force: true }));
  return () => rmSync(folder, { recursive: true, force: true });
}
