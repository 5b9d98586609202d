import type { Artefact } from './artefact.ts';
import { page } from './railroad/page.ts';

/** The grammar as railroad diagrams. */
export const railroad: Artefact = { path: 'grammar/railroad.html', text: page };
