import { useCallback, useEffect, useRef, useState } from 'react';
import type { Api } from './api';
import { ConnectorsDocument, StatusChangesDocument, type ConnectorsQuery, type TileFragment } from './generated';

const PAGE = 20;

export interface Live {
  connectors: TileFragment[];
  /** How many there are in all; undefined before the first answer. */
  total: ConnectorsQuery['connectors']['totalCount'] | undefined;
  listening: boolean;
  problem: string | undefined;
  /** Shows the next page; undefined where all are shown. */
  more: (() => void) | undefined;
}

/**
 * The company's connectors, newest first, as they are right now. Listens first and reads when Patchbay says so, which it
 * does at once and whenever news may have been missed; so nothing falls between reading and listening.
 */
export function useConnectors(api: Api): Live {
  const [connectors, setConnectors] = useState<TileFragment[]>([]);
  const [page, setPage] = useState<ConnectorsQuery['connectors']>();
  const [listening, setListening] = useState(false);
  const [problem, setProblem] = useState<string>();
  const shown = useRef(PAGE);

  const read = useCallback(
    async (first: number, after: string | null) => {
      try {
        const { connectors: found } = await api.ask(ConnectorsDocument, { first, after });
        setConnectors((before) => (after === null ? found.nodes : merge(before, found.nodes)));
        setPage(found);
        setProblem(undefined);
      } catch (failed) {
        setProblem(String(failed instanceof Error ? failed.message : failed));
      }
    },
    [api],
  );

  useEffect(() => {
    void read(PAGE, null);
    return api.listen(
      StatusChangesDocument,
      ({ accessStatusChanged: { news, accessId, access } }) => {
        if (news === 'READ_AGAIN') {
          // What is shown may be more than one page holds.
          void read(Math.min(shown.current, 100), null);
        } else if (news === 'REMOVED') {
          setConnectors((before) => before.filter((connector) => connector.id !== accessId));
        } else if (access && 'companyGroup' in access) {
          setConnectors((before) => heard(before, access));
        }
      },
      setListening,
    );
  }, [api, read]);

  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
  return {
    connectors,
    total: page?.totalCount,
    listening,
    problem,
    more: cursor
      ? () => {
          shown.current += PAGE;
          void read(PAGE, cursor);
        }
      : undefined,
  };
}

/** News of one that is shown takes its place. Any other is new and stands on top, unless it belongs to a later page. */
function heard(before: TileFragment[], news: TileFragment): TileFragment[] {
  if (before.some((connector) => connector.id === news.id)) {
    return before.map((connector) => (connector.id === news.id ? news : connector));
  }
  const newest = before[0];
  return newest && newest.createdAt > news.createdAt ? before : [news, ...before];
}

function merge(before: TileFragment[], next: TileFragment[]): TileFragment[] {
  const known = new Set(before.map((connector) => connector.id));
  return [...before, ...next.filter((connector) => !known.has(connector.id))];
}
