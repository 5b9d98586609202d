/** What `kalint explain` and `kalint rules` are asked for. */
export type RulesRequest =
  | {
      readonly kind: 'explain';
      readonly rules: readonly string[];
      readonly color: boolean | undefined;
    }
  | {
      readonly kind: 'rules';
      readonly format: 'pretty' | 'json';
      readonly color: boolean | undefined;
    };

/** The words with which a command line begins that asks for them. */
export const rulesCommands: readonly string[] = ['explain', 'rules'];
