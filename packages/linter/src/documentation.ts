/** Where the project lives. */
export const homepage = 'https://github.com/kalint/kalint';

/** The page that explains a rule. */
export function documentationUrl(ruleId: string): string {
  return `${homepage}/blob/main/docs/rules/${ruleId}.md`;
}
