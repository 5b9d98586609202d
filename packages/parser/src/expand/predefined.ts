import type { SourceFile } from '../text/source-file.ts';
import type { WrongParameters } from './problems.ts';

/** What predefined names stand for; lib/parser.c, set_std_definitions(). */
export interface Inputs {
  readonly configId: string | undefined;
  readonly environment?: ReadonlyMap<string, string>;
  readonly random?: number;
  /** The directory of the file that is open. */
  readonly directory: () => string;
}

export type Predefined =
  | { readonly kind: 'value'; readonly value: string; readonly fault?: WrongParameters['reason'] }
  | { readonly kind: 'wrong-parameters'; readonly reason: WrongParameters['reason'] }
  /** The environment has no such name. */
  | { readonly kind: 'unset'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: '_INSTANCE' | '_RANDOM' | '_ENV' };

const defaultMaximum = 32_767;

/** The value of a predefined name; undefined when the name is none. */
export function predefined(
  name: string,
  parameters: readonly string[],
  inputs: Inputs,
): Predefined | undefined {
  switch (name) {
    case '_HASH':
      return withoutParameters(parameters, '#');
    case '_BANG':
      return withoutParameters(parameters, '!');
    case '_PWD':
      return withoutParameters(parameters, inputs.directory());
    case '_INSTANCE':
      return inputs.configId === undefined
        ? { kind: 'unknown', name }
        : withoutParameters(parameters, inputs.configId);
    case '_RANDOM':
      return randomNumber(parameters, inputs.random);
    case '_ENV':
      return environmentVariable(parameters, inputs.environment);
    default:
      return undefined;
  }
}

function withoutParameters(parameters: readonly string[], value: string): Predefined {
  return parameters.length === 0 ? { kind: 'value', value } : wrong('number-of-parameters');
}

function wrong(reason: WrongParameters['reason']): Predefined {
  return { kind: 'wrong-parameters', reason };
}

/** get_random(): `${_RANDOM [MIN [MAX]]}`. */
function randomNumber(parameters: readonly string[], random: number | undefined): Predefined {
  if (parameters.some((parameter) => !/^[0-9]+$/.test(parameter))) return wrong('not-decimal');
  if (parameters.length > 2) return wrong('number-of-parameters');
  const [least, most] = parameters;
  const minimum = least === undefined ? 0 : Number(least);
  const maximum = most === undefined ? defaultMaximum : Number(most);
  if (minimum > maximum) {
    return { kind: 'value', value: String(minimum), fault: 'minimum-above-maximum' };
  }
  if (random === undefined) return { kind: 'unknown', name: '_RANDOM' };
  const value = minimum + (Math.abs(Math.trunc(random)) % (maximum - minimum + 1));
  return { kind: 'value', value: String(value) };
}

/** get_env_var(): `${_ENV NAME}`. Without a name keepalived 2.4 crashes. */
function environmentVariable(
  parameters: readonly string[],
  environment: ReadonlyMap<string, string> | undefined,
): Predefined {
  const [name] = parameters;
  if (name === undefined || parameters.length > 1) return wrong('number-of-parameters');
  if (!environment) return { kind: 'unknown', name: '_ENV' };
  const value = environment.get(name);
  return value === undefined ? { kind: 'unset', name } : { kind: 'value', value };
}

/**
 * keepalived changes to the directory of the file that it reads, so `.` is as good as the path that
 * nobody knows here.
 */
export function directoryOf({ path }: SourceFile): string {
  const end = path.lastIndexOf('/');
  if (!path.startsWith('/')) return '.';
  return end === 0 ? '/' : path.slice(0, end);
}
