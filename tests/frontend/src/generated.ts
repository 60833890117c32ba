/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The level of a body or document (层级); a body has that of the body that commands it. */
export type Level =
  | 'CENTRAL'
  | 'CITY'
  | 'COUNTY'
  | 'MINISTRY'
  | 'PROVINCE'
  | 'PROVINCE_DEPT';

/** How one document stands to another (关系): 贯彻落实, 根据, 转发 or 印发, 延长, 修订, 废止, or mere mention. */
export type Relation =
  | 'AMENDS'
  | 'BASED_ON'
  | 'EXTENDS'
  | 'FORWARDS'
  | 'IMPLEMENTS'
  | 'REFERS'
  | 'REPEALS';

export type FindQueryVariables = Exact<{
  number: string;
}>;


export type FindQuery = { document: { id: string } | null };

export type AroundQueryVariables = Exact<{
  document: string;
}>;


export type AroundQuery = { trace: { nodes: Array<{ depth: number, document: { id: string, docNumber: string | null, title: string, level: Level | null, held: boolean } }>, edges: Array<{ relation: Relation, preamble: boolean, from: { id: string }, to: { id: string }, citations: Array<{ cue: string | null, evidence: { quote: string, page: number | null } }> }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const FindDocument = new TypedDocumentString(`
    query Find($number: String!) {
  document(docNumber: $number) {
    id
  }
}
    `) as unknown as TypedDocumentString<FindQuery, FindQueryVariables>;
export const AroundDocument = new TypedDocumentString(`
    query Around($document: ID!) {
  trace(document: $document, direction: BOTH) {
    nodes {
      depth
      document {
        id
        docNumber
        title
        level
        held
      }
    }
    edges {
      relation
      preamble
      from {
        id
      }
      to {
        id
      }
      citations {
        cue
        evidence {
          quote
          page
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AroundQuery, AroundQueryVariables>;