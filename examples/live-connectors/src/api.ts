import { createClient } from 'graphql-sse';
import type { TypedDocumentString } from './generated';

/** What Patchbay would not do at all; broken rules come as user errors instead. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Patchbay's GraphQL API, as whoever has this token. */
export class Api {
  constructor(private readonly token: string) {}

  async ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Data> {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        ...this.authorization(),
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const answer = (await response.json()) as Answer<Data>;
    const error = answer.errors?.[0];
    if (error || !answer.data) {
      throw new ApiError(error?.message ?? `Patchbay answered ${response.status}`, error?.extensions?.code ?? '');
    }
    return answer.data;
  }

  /**
   * Calls `tell` with everything that happens until the returned function is called. Connections that break are made again;
   * `connected` says whether there is one.
   */
  listen<Data>(
    document: TypedDocumentString<Data, Record<string, never>>,
    tell: (data: Data) => void,
    connected: (yes: boolean) => void,
  ): () => void {
    const client = createClient({
      url: '/graphql',
      headers: () => this.authorization(),
      retryAttempts: Number.MAX_SAFE_INTEGER,
    });
    const stop = client.subscribe<Data>(
      { query: document.toString() },
      {
        next: (result) => {
          connected(true);
          if (result.data) tell(result.data);
        },
        error: () => connected(false),
        complete: () => connected(false),
      },
    );
    return () => {
      stop();
      client.dispose();
    };
  }

  private authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }
}
