import type { Statement } from '@kalint/parser';

/** `nopreempt off`: keepalived looks at the keyword alone, which is reported as such. */
export function saysOff({ words }: Statement): boolean {
  return /^(?:off|false|no|0)$/i.test(words[0]?.text ?? '');
}
