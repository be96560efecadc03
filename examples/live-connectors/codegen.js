// Makes src/generated.ts of the schema in this repository and of src/operations.graphql, with GraphQL Code Generator's
// core and plugins; its command line would bring some two hundred packages more. --check only says whether it is current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as types from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, concatAST, parse } from 'graphql';

const schemaFiles = new URL('../../api/src/main/resources/graphql/', import.meta.url);
const operationsFile = new URL('src/operations.graphql', import.meta.url);
const generatedFile = new URL('src/generated.ts', import.meta.url);

const schema = concatAST(
  readdirSync(schemaFiles)
    .filter((name) => name.endsWith('.graphqls'))
    .sort()
    .map((name) => parse(readFileSync(new URL(name, schemaFiles), 'utf8'))),
);

const generated = await codegen({
  filename: generatedFile.pathname,
  schema,
  schemaAst: buildASTSchema(schema),
  documents: [{ location: operationsFile.pathname, document: parse(readFileSync(operationsFile, 'utf8')) }],
  config: {
    documentMode: 'string',
    disableDescriptions: true,
    enumsAsTypes: true,
    onlyOperationTypes: true,
    useTypeImports: true,
    skipTypename: true,
    mergeFragmentTypes: true,
    scalars: { DateTime: 'string', TimeZone: 'string', URL: 'string' },
  },
  plugins: [{ types: {} }, { operations: {} }, { documents: {} }],
  pluginMap: { types, operations, documents },
});

if (!process.argv.includes('--check')) {
  writeFileSync(generatedFile, generated);
} else if (readFileSync(generatedFile, 'utf8') !== generated) {
  console.error('src/generated.ts is not what the schema and the operations give: run "npm run generate".');
  process.exitCode = 1;
}
