import type { ArgumentsSchema } from './value.ts';

/** keepalived/vrrp/vrrp_parser.c, vrrp_tprocess_process_handler() */
export const watchedCommand = {
  type: 'arguments',
  operands: {
    command: {
      summary: 'Name or path of the command',
      value: { type: 'string', syntax: '<COMMAND>' },
    },
    parameters: {
      summary: 'What it must have been started with',
      since: '2.0.16',
      value: { type: 'list', of: { type: 'string', syntax: '<PARAM>' } },
      optional: true,
    },
  },
} as const satisfies ArgumentsSchema;

/** keepalived/trackers/track_file.c, track_file_init_handler() */
export const initialValue = {
  type: 'arguments',
  optional: true,
  operands: {
    value: {
      summary: 'The number that is written, 0 when there is none',
      value: { type: 'integer', min: -254, max: 254 },
      optional: true,
      loss: 'argument',
    },
  },
  options: { overwrite: { summary: 'Writes it even when the file is there' } },
  anyOrder: true,
  unknown: 'skipped',
} as const satisfies ArgumentsSchema;
