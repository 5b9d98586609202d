/** Where editors find the schema of configuration files. */
export const schemaAddress =
  'https://raw.githubusercontent.com/kalint/kalint/main/packages/cli/schema/configuration.schema.json';
