import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: "src/*.graphql",
  generates: {
    "src/generated.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: { documentMode: "string", useTypeImports: true, scalars: { ID: "string", Date: "string" } },
    },
  },
};

export default config;
