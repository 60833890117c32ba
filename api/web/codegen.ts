// Writes src/generated.ts: the types of the pages' operations, from the schema that mailuo serves.
// GraphiQL's examples are only checked. A field that the schema has not ends the build here.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as typedDocuments from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse, validate, type DocumentNode } from "graphql";

const SCHEMA = new URL("../../schema.graphql", import.meta.url);
const SOURCES = new URL("src/", import.meta.url);
const TARGET = new URL("src/generated.ts", import.meta.url);

const schemaText = readFileSync(SCHEMA, "utf8");
const schema = buildSchema(schemaText);

function read(folder: string): { location: string; document: DocumentNode }[] {
  const place = new URL(`${folder}/`, SOURCES);
  return readdirSync(place)
    .sort()
    .map((name) => ({ location: `${folder}/${name}`, document: parse(readFileSync(new URL(name, place), "utf8")) }));
}

for (const { location, document } of [...read("operations"), ...read("examples")]) {
  const errors = validate(schema, document);
  if (errors.length) throw new Error(`${location}: ${errors.map((error) => error.message).join("; ")}`);
}

const config = { documentMode: "string", useTypeImports: true, scalars: { ID: "string", Date: "string" } };
const text = await codegen({
  filename: TARGET.pathname,
  schema: parse(schemaText),
  documents: read("operations"),
  config,
  plugins: [{ operations: {} }, { typedDocuments: {} }],
  pluginMap: { operations, typedDocuments },
});
writeFileSync(TARGET, text);
