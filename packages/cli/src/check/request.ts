import type { Invocation } from './invocation.ts';

/** What a command line without a command asks for. */
export interface CheckRequest {
  readonly kind: 'check';
  readonly invocation: Invocation;
}
