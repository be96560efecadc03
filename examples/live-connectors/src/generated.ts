import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: string; output: string; }
  TimeZone: { input: string; output: string; }
  URL: { input: string; output: string; }
};

export type Environment =
  | 'LIVE'
  | 'TEST';

export type AccessStatus =
  | 'NOT_CHECKED'
  | 'OPERATIONAL'
  | 'SYSTEM_UNREACHABLE'
  | 'FAILED_AUTHENTICATION'
  | 'NEEDS_RECONNECT';

export type TokenState =
  | 'VALID'
  | 'EXPIRING'
  | 'REFRESHING'
  | 'BACKOFF'
  | 'NEEDS_RECONNECT';

export type CheckReason =
  | 'DNS'
  | 'REFUSED'
  | 'TIMEOUT'
  | 'ADDRESS_FORBIDDEN'
  | 'TLS_EXPIRED'
  | 'TLS_NAME'
  | 'TLS_UNTRUSTED'
  | 'TLS'
  | 'HTTP_STATUS'
  | 'CREDENTIALS_REFUSED'
  | 'PERMISSION'
  | 'RATE_LIMITED'
  | 'CLOCK'
  | 'WRONG_ENVIRONMENT'
  | 'CREDENTIALS_UNUSABLE'
  | 'GRANT_GONE'
  | 'REFRESH_ANSWER_LOST'
  | 'KEY_MISSING'
  | 'UNEXPECTED_ANSWER';

export type CheckInput = {
  id: Scalars['ID']['input'];
};

export type CredentialInput = {
  key: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type ReplaceCredentialsInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  authenticationMethod: Scalars['String']['input'];
  credentials: Array<CredentialInput>;
};

export type ExpiringKind =
  | 'CREDENTIAL'
  | 'GRANT'
  | 'API_TOKEN';

export type ConcernSeverity =
  | 'SHUT_OUT'
  | 'UNREACHABLE'
  | 'LIMITED'
  | 'UNTRIED';

export type ConcernRemedy =
  | 'RECONNECT'
  | 'REPLACE_CREDENTIALS'
  | 'TEST_AGAIN'
  | 'OPEN';

export type ConcernFilter = {
  kind?: InputMaybe<AccessKind>;
  environment?: InputMaybe<Environment>;
  systemSlug?: InputMaybe<Scalars['String']['input']>;
  companyGroupId?: InputMaybe<Scalars['ID']['input']>;
};

export type ConcernOrder = {
  field: ConcernOrderField;
  direction: OrderDirection;
};

export type ConcernOrderField =
  | 'URGENCY';

export type ExpiringFilter = {
  kinds?: InputMaybe<Array<ExpiringKind>>;
};

export type ExpiringOrder = {
  field: ExpiringOrderField;
  direction: OrderDirection;
};

export type ExpiringOrderField =
  | 'ENDS_AT';

export type ReconnectionInput = {
  id: Scalars['ID']['input'];
};

export type RenameCompanyInput = {
  version: Scalars['Int']['input'];
  name: Scalars['String']['input'];
};

export type CompanyGroupFilter = {
  search?: InputMaybe<Scalars['String']['input']>;
};

export type CreateCompanyGroupInput = {
  name: Scalars['String']['input'];
};

export type RenameCompanyGroupInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  name: Scalars['String']['input'];
};

export type CompanyGroupOrder = {
  field: CompanyGroupOrderField;
  direction: OrderDirection;
};

export type CompanyGroupOrderField =
  | 'CREATED_AT'
  | 'NAME';

export type ConnectorFilter = {
  environment?: InputMaybe<Environment>;
  systemSlug?: InputMaybe<Scalars['String']['input']>;
  companyGroupId?: InputMaybe<Scalars['ID']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<AccessStatus>>;
};

export type UpdateConnectorInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
  dateFormat?: InputMaybe<Scalars['String']['input']>;
};

export type ConnectorOrder = {
  field: ConnectorOrderField;
  direction: OrderDirection;
};

export type ConnectorOrderField =
  | 'CREATED_AT'
  | 'NAME'
  | 'UPDATED_AT'
  | 'STATUS';

export type UnreadableReason =
  | 'KEY_MISSING'
  | 'ALTERED';

export type ErrorCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'CONFLICT_RETRY'
  | 'IDEMPOTENCY_KEY_INVALID'
  | 'IDEMPOTENCY_KEY_NEEDS_ONE_MUTATION'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'IDEMPOTENCY_KEY_IN_USE'
  | 'BAD_REQUEST'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'NOT_ACCEPTABLE'
  | 'METHOD_NOT_ALLOWED'
  | 'WRONG_TRANSPORT'
  | 'BATCH_TOO_LARGE'
  | 'TOO_MANY_TOKENS'
  | 'QUERY_TOO_DEEP'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'QUERY_TOO_COMPLEX'
  | 'REQUEST_TIMEOUT'
  | 'RATE_LIMITED'
  | 'INTROSPECTION_DISABLED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_HASH_MISMATCH'
  | 'TOO_MANY_CONNECTIONS'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'INTERNAL_ERROR';

export type CheckPeriodOrder = {
  field: CheckPeriodOrderField;
  direction: OrderDirection;
};

export type CheckPeriodOrderField =
  | 'SINCE';

export type UptimeSpan =
  | 'DAY'
  | 'WEEK'
  | 'MONTH';

export type ApiTokenState =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'REVOKED';

export type ApiTokenFilter = {
  state?: InputMaybe<Array<ApiTokenState>>;
  search?: InputMaybe<Scalars['String']['input']>;
};

export type CreateApiTokenInput = {
  name: Scalars['String']['input'];
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type RevokeApiTokenInput = {
  id: Scalars['ID']['input'];
};

export type ApiTokenOrder = {
  field: ApiTokenOrderField;
  direction: OrderDirection;
};

export type ApiTokenOrderField =
  | 'CREATED_AT'
  | 'NAME';

export type RateLimitUnit =
  | 'SECOND'
  | 'MINUTE'
  | 'HOUR'
  | 'DAY';

export type SystemFilter = {
  category?: InputMaybe<SystemCategory>;
  search?: InputMaybe<Scalars['String']['input']>;
  installed?: InputMaybe<Scalars['Boolean']['input']>;
};

export type InstanceFilter = {
  environment?: InputMaybe<Environment>;
  systemSlug?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<Array<AccessStatus>>;
};

export type InstallSystemInput = {
  systemSlug: Scalars['String']['input'];
};

export type UpdateInstanceInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
  dateFormat?: InputMaybe<Scalars['String']['input']>;
  rateLimit?: InputMaybe<RateLimitInput>;
};

export type RateLimitInput = {
  requests: Scalars['Int']['input'];
  per: RateLimitUnit;
};

export type InstanceOrder = {
  field: InstanceOrderField;
  direction: OrderDirection;
};

export type InstanceOrderField =
  | 'CREATED_AT'
  | 'NAME'
  | 'UPDATED_AT'
  | 'STATUS';

export type SystemOrder = {
  field: SystemOrderField;
  direction: OrderDirection;
};

export type SystemOrderField =
  | 'NAME';

export type AccessStatusFilter = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kinds?: InputMaybe<Array<AccessKind>>;
  environment?: InputMaybe<Environment>;
};

export type StatusNews =
  | 'CHANGED'
  | 'REMOVED'
  | 'READ_AGAIN';

export type AccessKind =
  | 'CONNECTOR'
  | 'INSTANCE';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type CountPrecision =
  | 'EXACT'
  | 'AT_LEAST';

export type UserErrorCode =
  | 'INVALID_INPUT'
  | 'INVALID_NAME'
  | 'NAME_TAKEN'
  | 'INVALID_TIME_ZONE'
  | 'INVALID_DATE_FORMAT'
  | 'INVALID_RATE_LIMIT'
  | 'INVALID_EXPIRY'
  | 'NOT_FOUND'
  | 'CONNECTOR_ALREADY_EXISTS'
  | 'COMPANY_GROUP_REQUIRED'
  | 'COMPANY_GROUP_NOT_EMPTY'
  | 'SYSTEM_NOT_INSTALLED'
  | 'SYSTEM_IN_USE'
  | 'ENVIRONMENT_NOT_AVAILABLE'
  | 'UNKNOWN_AUTHENTICATION_METHOD'
  | 'AUTHENTICATION_METHOD_NOT_AVAILABLE'
  | 'AUTHORIZATION_REQUIRED'
  | 'AUTHORIZATION_NOT_NEEDED'
  | 'CREDENTIAL_REQUIRED'
  | 'UNKNOWN_CREDENTIAL'
  | 'INVALID_CREDENTIAL'
  | 'DUPLICATE_CREDENTIAL'
  | 'CHECK_NOT_AVAILABLE'
  | 'RATE_LIMITED'
  | 'NOT_ALLOWED'
  | 'STEP_NOT_REACHABLE'
  | 'STALE_VERSION';

export type DeleteInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

export type CreateConnectorInput = {
  systemSlug: Scalars['String']['input'];
  name: Scalars['String']['input'];
  companyGroupId?: InputMaybe<Scalars['ID']['input']>;
  environment: Environment;
  timeZone?: InputMaybe<Scalars['String']['input']>;
  dateFormat?: InputMaybe<Scalars['String']['input']>;
  authenticationMethod: Scalars['String']['input'];
  credentials: Array<CredentialInput>;
};

export type CreateInstanceInput = {
  systemSlug: Scalars['String']['input'];
  name: Scalars['String']['input'];
  environment?: InputMaybe<Environment>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
  dateFormat?: InputMaybe<Scalars['String']['input']>;
  authenticationMethod: Scalars['String']['input'];
  credentials: Array<CredentialInput>;
  rateLimit?: InputMaybe<RateLimitInput>;
};

export type SetupKind =
  | 'CONNECTOR'
  | 'INSTANCE';

export type SetupStep =
  | 'GENERAL'
  | 'TIME_AND_DATE'
  | 'AUTHENTICATION'
  | 'CREDENTIALS';

export type SetupFieldKind =
  | 'TEXT'
  | 'MULTILINE'
  | 'URL'
  | 'HOST'
  | 'NUMBER'
  | 'EMAIL'
  | 'CHOICE'
  | 'CHOICE_OR_TEXT'
  | 'COMPANY_GROUP';

export type DraftFilter = {
  kind?: InputMaybe<SetupKind>;
};

export type DraftOrder = {
  field: DraftOrderField;
  direction: OrderDirection;
};

export type DraftOrderField =
  | 'STARTED_AT'
  | 'TOUCHED_AT';

export type StartSetupInput = {
  systemSlug: Scalars['String']['input'];
};

export type DraftInput = {
  draftId: Scalars['ID']['input'];
};

export type SaveSetupStepInput = {
  draftId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  answer: SetupAnswerInput;
};

export type ValidateSetupStepInput = {
  kind: SetupKind;
  systemSlug: Scalars['String']['input'];
  authenticationMethod?: InputMaybe<Scalars['String']['input']>;
  answer: SetupAnswerInput;
};

export type SetupAnswerInput =
  { general: GeneralAnswerInput; timeAndDate?: never; authentication?: never; credentials?: never; }
  |  { general?: never; timeAndDate: TimeAndDateAnswerInput; authentication?: never; credentials?: never; }
  |  { general?: never; timeAndDate?: never; authentication: AuthenticationAnswerInput; credentials?: never; }
  |  { general?: never; timeAndDate?: never; authentication?: never; credentials: CredentialsAnswerInput; };

export type GeneralAnswerInput = {
  name?: InputMaybe<Scalars['String']['input']>;
  companyGroupId?: InputMaybe<Scalars['ID']['input']>;
  environment?: InputMaybe<Environment>;
};

export type TimeAndDateAnswerInput = {
  timeZone?: InputMaybe<Scalars['String']['input']>;
  dateFormat?: InputMaybe<Scalars['String']['input']>;
  rateLimit?: InputMaybe<RateLimitInput>;
};

export type AuthenticationAnswerInput = {
  authenticationMethod?: InputMaybe<Scalars['String']['input']>;
};

export type CredentialsAnswerInput = {
  credentials: Array<CredentialInput>;
};

export type SystemCategory =
  | 'ACCOUNTING'
  | 'COMMUNICATION'
  | 'CRM'
  | 'DATABASE'
  | 'E_COMMERCE'
  | 'ERP'
  | 'FILES'
  | 'LOGISTICS'
  | 'MARKETING'
  | 'MARKETPLACE'
  | 'PAYMENTS'
  | 'PIM'
  | 'POS'
  | 'SUPPORT'
  | 'WAREHOUSE'
  | 'OTHER';

export type AuthenticationType =
  | 'NONE'
  | 'BASIC'
  | 'API_KEY'
  | 'BEARER'
  | 'CUSTOM_HEADERS'
  | 'OAUTH1'
  | 'OAUTH2_CLIENT_CREDENTIALS'
  | 'OAUTH2_AUTHORIZATION_CODE'
  | 'OAUTH2_REFRESH_TOKEN'
  | 'OAUTH2_JWT_BEARER'
  | 'TOKEN_LOGIN'
  | 'CLIENT_CERTIFICATE'
  | 'SFTP_PASSWORD'
  | 'SFTP_KEY';

export type CredentialKind =
  | 'TEXT'
  | 'MULTILINE'
  | 'URL'
  | 'HOST'
  | 'NUMBER'
  | 'EMAIL'
  | 'CHOICE';

export type TileFragment = { id: string, name: string, environment: Environment, createdAt: string, status: AccessStatus, system: { name: string, iconUrl?: string | null }, companyGroup: { name: string }, lastCheck?: { hint?: string | null, checkedAt: string } | null };

export type ConnectorsQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ConnectorsQuery = { connectors: { nodes: Array<{ id: string, name: string, environment: Environment, createdAt: string, status: AccessStatus, system: { name: string, iconUrl?: string | null }, companyGroup: { name: string }, lastCheck?: { hint?: string | null, checkedAt: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null }, totalCount: { value: number, precision: CountPrecision } } };

export type StatusChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type StatusChangesSubscription = { accessStatusChanged: { news: StatusNews, accessId?: string | null, access?: { id: string, name: string, environment: Environment, createdAt: string, status: AccessStatus, system: { name: string, iconUrl?: string | null }, companyGroup: { name: string }, lastCheck?: { hint?: string | null, checkedAt: string } | null } | null } };

export type ProgressFragment = { id: string, version: number, name?: string | null, nextStep: SetupStep, checkable: boolean, system?: { name: string } | null, authenticationMethod?: { label: string, needsRedirect: boolean } | null, form?: { steps: Array<{ step: SetupStep, title: string, help?: string | null, fields: Array<{ path: Array<string>, key: string, label: string, kind: SetupFieldKind, secret: boolean, required: boolean, defaultValue?: string | null, help?: string | null, pattern?: string | null, example?: string | null, isSet: boolean, value?: string | null, options?: Array<{ value: string, label: string, available: boolean, help?: string | null }> | null }> }> } | null };

export type QuestionFragment = { path: Array<string>, key: string, label: string, kind: SetupFieldKind, secret: boolean, required: boolean, defaultValue?: string | null, help?: string | null, pattern?: string | null, example?: string | null, isSet: boolean, value?: string | null, options?: Array<{ value: string, label: string, available: boolean, help?: string | null }> | null };

export type ProblemFragment = { code: UserErrorCode, field?: Array<string> | null, message: string };

export type SystemsQueryVariables = Exact<{
  search?: InputMaybe<Scalars['String']['input']>;
}>;


export type SystemsQuery = { systems: { nodes: Array<{ slug: string, name: string, description?: string | null, iconUrl?: string | null }>, totalCount: { value: number } } };

export type DraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type DraftsQuery = { drafts: { nodes: Array<{ id: string, name?: string | null, system?: { name: string } | null }> } };

export type DraftQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DraftQuery = { draft?: { id: string, version: number, name?: string | null, nextStep: SetupStep, checkable: boolean, system?: { name: string } | null, authenticationMethod?: { label: string, needsRedirect: boolean } | null, form?: { steps: Array<{ step: SetupStep, title: string, help?: string | null, fields: Array<{ path: Array<string>, key: string, label: string, kind: SetupFieldKind, secret: boolean, required: boolean, defaultValue?: string | null, help?: string | null, pattern?: string | null, example?: string | null, isSet: boolean, value?: string | null, options?: Array<{ value: string, label: string, available: boolean, help?: string | null }> | null }> }> } | null } | null };

export type CompanyGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyGroupsQuery = { companyGroups: { nodes: Array<{ id: string, name: string }> } };

export type StartMutationVariables = Exact<{
  systemSlug: Scalars['String']['input'];
}>;


export type StartMutation = { startConnectorSetup: { draft?: { id: string, version: number, name?: string | null, nextStep: SetupStep, checkable: boolean, system?: { name: string } | null, authenticationMethod?: { label: string, needsRedirect: boolean } | null, form?: { steps: Array<{ step: SetupStep, title: string, help?: string | null, fields: Array<{ path: Array<string>, key: string, label: string, kind: SetupFieldKind, secret: boolean, required: boolean, defaultValue?: string | null, help?: string | null, pattern?: string | null, example?: string | null, isSet: boolean, value?: string | null, options?: Array<{ value: string, label: string, available: boolean, help?: string | null }> | null }> }> } | null } | null, userErrors: Array<{ code: UserErrorCode, field?: Array<string> | null, message: string }> } };

export type SaveMutationVariables = Exact<{
  draftId: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
  answer: SetupAnswerInput;
}>;


export type SaveMutation = { saveSetupStep: { draft?: { id: string, version: number, name?: string | null, nextStep: SetupStep, checkable: boolean, system?: { name: string } | null, authenticationMethod?: { label: string, needsRedirect: boolean } | null, form?: { steps: Array<{ step: SetupStep, title: string, help?: string | null, fields: Array<{ path: Array<string>, key: string, label: string, kind: SetupFieldKind, secret: boolean, required: boolean, defaultValue?: string | null, help?: string | null, pattern?: string | null, example?: string | null, isSet: boolean, value?: string | null, options?: Array<{ value: string, label: string, available: boolean, help?: string | null }> | null }> }> } | null } | null, userErrors: Array<{ code: UserErrorCode, field?: Array<string> | null, message: string }> } };

export type CheckMutationVariables = Exact<{
  draftId: Scalars['ID']['input'];
}>;


export type CheckMutation = { checkConnectorDraft: { check?: { status: AccessStatus, hint?: string | null, latencyMs?: number | null } | null, userErrors: Array<{ code: UserErrorCode, field?: Array<string> | null, message: string }> } };

export type CreateMutationVariables = Exact<{
  draftId: Scalars['ID']['input'];
}>;


export type CreateMutation = { createConnectorFromDraft: { connector?: { id: string, name: string, environment: Environment, createdAt: string, status: AccessStatus, system: { name: string, iconUrl?: string | null }, companyGroup: { name: string }, lastCheck?: { hint?: string | null, checkedAt: string } | null } | null, userErrors: Array<{ code: UserErrorCode, field?: Array<string> | null, message: string }> } };

export type ConnectMutationVariables = Exact<{
  draftId: Scalars['ID']['input'];
}>;


export type ConnectMutation = { startConnectorAuthorization: { authorizationUrl?: string | null, userErrors: Array<{ code: UserErrorCode, field?: Array<string> | null, message: string }> } };

export type DiscardMutationVariables = Exact<{
  draftId: Scalars['ID']['input'];
}>;


export type DiscardMutation = { discardDraft: { discardedDraftId?: string | null, userErrors: Array<{ code: UserErrorCode, field?: Array<string> | null, message: string }> } };

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
export const TileFragmentDoc = new TypedDocumentString(`
    fragment Tile on Connector {
  id
  name
  environment
  createdAt
  status
  system {
    name
    iconUrl
  }
  companyGroup {
    name
  }
  lastCheck {
    hint
    checkedAt
  }
}
    `, {"fragmentName":"Tile"}) as unknown as TypedDocumentString<TileFragment, unknown>;
export const QuestionFragmentDoc = new TypedDocumentString(`
    fragment Question on SetupField {
  path
  key
  label
  kind
  secret
  required
  defaultValue
  help
  pattern
  example
  isSet
  value
  options {
    value
    label
    available
    help
  }
}
    `, {"fragmentName":"Question"}) as unknown as TypedDocumentString<QuestionFragment, unknown>;
export const ProgressFragmentDoc = new TypedDocumentString(`
    fragment Progress on Draft {
  id
  version
  name
  nextStep
  checkable
  system {
    name
  }
  authenticationMethod {
    label
    needsRedirect
  }
  form {
    steps {
      step
      title
      help
      fields {
        ...Question
      }
    }
  }
}
    fragment Question on SetupField {
  path
  key
  label
  kind
  secret
  required
  defaultValue
  help
  pattern
  example
  isSet
  value
  options {
    value
    label
    available
    help
  }
}`, {"fragmentName":"Progress"}) as unknown as TypedDocumentString<ProgressFragment, unknown>;
export const ProblemFragmentDoc = new TypedDocumentString(`
    fragment Problem on UserError {
  code
  field
  message
}
    `, {"fragmentName":"Problem"}) as unknown as TypedDocumentString<ProblemFragment, unknown>;
export const ConnectorsDocument = new TypedDocumentString(`
    query Connectors($first: Int!, $after: String) {
  connectors(first: $first, after: $after) {
    nodes {
      ...Tile
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount {
      value
      precision
    }
  }
}
    fragment Tile on Connector {
  id
  name
  environment
  createdAt
  status
  system {
    name
    iconUrl
  }
  companyGroup {
    name
  }
  lastCheck {
    hint
    checkedAt
  }
}`) as unknown as TypedDocumentString<ConnectorsQuery, ConnectorsQueryVariables>;
export const StatusChangesDocument = new TypedDocumentString(`
    subscription StatusChanges {
  accessStatusChanged(filter: {kinds: [CONNECTOR]}) {
    news
    accessId
    access {
      ...Tile
    }
  }
}
    fragment Tile on Connector {
  id
  name
  environment
  createdAt
  status
  system {
    name
    iconUrl
  }
  companyGroup {
    name
  }
  lastCheck {
    hint
    checkedAt
  }
}`) as unknown as TypedDocumentString<StatusChangesSubscription, StatusChangesSubscriptionVariables>;
export const SystemsDocument = new TypedDocumentString(`
    query Systems($search: String) {
  systems(first: 12, filter: {search: $search}) {
    nodes {
      slug
      name
      description
      iconUrl
    }
    totalCount {
      value
    }
  }
}
    `) as unknown as TypedDocumentString<SystemsQuery, SystemsQueryVariables>;
export const DraftsDocument = new TypedDocumentString(`
    query Drafts {
  drafts(
    first: 5
    filter: {kind: CONNECTOR}
    orderBy: {field: TOUCHED_AT, direction: DESC}
  ) {
    nodes {
      id
      name
      system {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DraftsQuery, DraftsQueryVariables>;
export const DraftDocument = new TypedDocumentString(`
    query Draft($id: ID!) {
  draft(id: $id) {
    ...Progress
  }
}
    fragment Progress on Draft {
  id
  version
  name
  nextStep
  checkable
  system {
    name
  }
  authenticationMethod {
    label
    needsRedirect
  }
  form {
    steps {
      step
      title
      help
      fields {
        ...Question
      }
    }
  }
}
fragment Question on SetupField {
  path
  key
  label
  kind
  secret
  required
  defaultValue
  help
  pattern
  example
  isSet
  value
  options {
    value
    label
    available
    help
  }
}`) as unknown as TypedDocumentString<DraftQuery, DraftQueryVariables>;
export const CompanyGroupsDocument = new TypedDocumentString(`
    query CompanyGroups {
  companyGroups(first: 100) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<CompanyGroupsQuery, CompanyGroupsQueryVariables>;
export const StartDocument = new TypedDocumentString(`
    mutation Start($systemSlug: String!) {
  startConnectorSetup(input: {systemSlug: $systemSlug}) {
    draft {
      ...Progress
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Progress on Draft {
  id
  version
  name
  nextStep
  checkable
  system {
    name
  }
  authenticationMethod {
    label
    needsRedirect
  }
  form {
    steps {
      step
      title
      help
      fields {
        ...Question
      }
    }
  }
}
fragment Question on SetupField {
  path
  key
  label
  kind
  secret
  required
  defaultValue
  help
  pattern
  example
  isSet
  value
  options {
    value
    label
    available
    help
  }
}
fragment Problem on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<StartMutation, StartMutationVariables>;
export const SaveDocument = new TypedDocumentString(`
    mutation Save($draftId: ID!, $version: Int!, $answer: SetupAnswerInput!) {
  saveSetupStep(input: {draftId: $draftId, version: $version, answer: $answer}) {
    draft {
      ...Progress
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Progress on Draft {
  id
  version
  name
  nextStep
  checkable
  system {
    name
  }
  authenticationMethod {
    label
    needsRedirect
  }
  form {
    steps {
      step
      title
      help
      fields {
        ...Question
      }
    }
  }
}
fragment Question on SetupField {
  path
  key
  label
  kind
  secret
  required
  defaultValue
  help
  pattern
  example
  isSet
  value
  options {
    value
    label
    available
    help
  }
}
fragment Problem on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<SaveMutation, SaveMutationVariables>;
export const CheckDocument = new TypedDocumentString(`
    mutation Check($draftId: ID!) {
  checkConnectorDraft(input: {draftId: $draftId}) {
    check {
      status
      hint
      latencyMs
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CheckMutation, CheckMutationVariables>;
export const CreateDocument = new TypedDocumentString(`
    mutation Create($draftId: ID!) {
  createConnectorFromDraft(input: {draftId: $draftId}) {
    connector {
      ...Tile
    }
    userErrors {
      ...Problem
    }
  }
}
    fragment Tile on Connector {
  id
  name
  environment
  createdAt
  status
  system {
    name
    iconUrl
  }
  companyGroup {
    name
  }
  lastCheck {
    hint
    checkedAt
  }
}
fragment Problem on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<CreateMutation, CreateMutationVariables>;
export const ConnectDocument = new TypedDocumentString(`
    mutation Connect($draftId: ID!) {
  startConnectorAuthorization(input: {draftId: $draftId}) {
    authorizationUrl
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<ConnectMutation, ConnectMutationVariables>;
export const DiscardDocument = new TypedDocumentString(`
    mutation Discard($draftId: ID!) {
  discardDraft(input: {draftId: $draftId}) {
    discardedDraftId
    userErrors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  field
  message
}`) as unknown as TypedDocumentString<DiscardMutation, DiscardMutationVariables>;