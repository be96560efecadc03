import { useEffect, useState } from 'react';
import type { Api } from './api';
import {
  DraftDocument,
  DraftsDocument,
  StartDocument,
  SystemsDocument,
  type DraftsQuery,
  type ProgressFragment,
  type SystemsQuery,
} from './generated';

interface Props {
  api: Api;
  begin: (draft: ProgressFragment) => void;
}

/** What a connector begins with: one that was left unfinished, or a system. */
export function ChooseSystem({ api, begin }: Props) {
  const [search, setSearch] = useState('');
  const [systems, setSystems] = useState<SystemsQuery['systems']>();
  const [drafts, setDrafts] = useState<DraftsQuery['drafts']['nodes']>([]);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    void api.ask(DraftsDocument, {}).then((answer) => setDrafts(answer.drafts.nodes));
  }, [api]);

  useEffect(() => {
    let current = true;
    const late = setTimeout(() => {
      void api
        .ask(SystemsDocument, { search: search || null })
        .then((answer) => current && setSystems(answer.systems));
    }, 150);
    return () => {
      current = false;
      clearTimeout(late);
    };
  }, [api, search]);

  async function start(systemSlug: string) {
    const { startConnectorSetup } = await api.ask(StartDocument, { systemSlug });
    if (startConnectorSetup.draft) begin(startConnectorSetup.draft);
    setProblem(startConnectorSetup.userErrors[0]?.message);
  }

  async function goOn(id: string) {
    const { draft } = await api.ask(DraftDocument, { id });
    if (draft) begin(draft);
  }

  return (
    <section className="panel" aria-labelledby="choose">
      <h2 id="choose">Add a connector</h2>
      {drafts.length > 0 && (
        <>
          <h3>Unfinished</h3>
          <ul className="choices">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <button type="button" onClick={() => void goOn(draft.id)}>
                  {draft.name ?? 'Not named yet'} <span className="muted">{draft.system?.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="field">
        <label htmlFor="search">Which system?</label>
        <input
          id="search"
          type="search"
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
        <p className="help" role="status">
          {systems && found(systems)}
        </p>
      </div>
      <p className="error" role="alert">
        {problem}
      </p>
      <ul className="choices">
        {systems?.nodes.map((system) => (
          <li key={system.slug}>
            <button type="button" onClick={() => void start(system.slug)}>
              <img src={system.iconUrl ?? ''} alt="" width={24} height={24} />
              <span>
                <strong>{system.name}</strong>
                <span className="muted clamped">{system.description}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function found({ nodes, totalCount: { value } }: SystemsQuery['systems']): string {
  const all = `${value} system${value === 1 ? '' : 's'}`;
  return nodes.length < value ? `${all}, of which these are the first ${nodes.length}` : all;
}
