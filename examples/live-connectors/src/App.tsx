import { useMemo, useState, type FormEvent } from 'react';
import { AddConnector } from './AddConnector';
import { Api } from './api';
import { ChooseSystem } from './ChooseSystem';
import type { ProgressFragment } from './generated';
import { ConnectorTile } from './Status';
import { useConnectors, type Live } from './useConnectors';

// For this tab only: a token opens everything.
const KEPT = 'patchbay-token';

export function App() {
  const [token, setToken] = useState(import.meta.env.VITE_PATCHBAY_TOKEN || sessionStorage.getItem(KEPT) || '');
  const api = useMemo(() => new Api(token), [token]);
  if (token === '') {
    return (
      <AskForToken
        use={(typed) => {
          sessionStorage.setItem(KEPT, typed);
          setToken(typed);
        }}
      />
    );
  }
  return (
    <Connectors
      api={api}
      forget={() => {
        sessionStorage.removeItem(KEPT);
        setToken('');
      }}
    />
  );
}

function AskForToken({ use }: { use: (token: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <main>
      <h1>Connectors, live</h1>
      <form
        className="panel"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          use(typed.trim());
        }}
      >
        <div className="field">
          <label htmlFor="token">API token</label>
          <input
            id="token"
            type="password"
            required
            autoComplete="off"
            aria-describedby="token-help"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p id="token-help" className="help">
            Make one in Patchbay under API tokens. It stays in this tab.
          </p>
        </div>
        <button type="submit" className="primary">
          Use
        </button>
      </form>
    </main>
  );
}

function counted({ value, precision }: NonNullable<Live['total']>): string {
  return `${value}${precision === 'AT_LEAST' ? ' or more' : ''} connector${value === 1 ? '' : 's'}`;
}

type Adding = 'no' | 'system' | ProgressFragment;

function Connectors({ api, forget }: { api: Api; forget: () => void }) {
  const { connectors, total, listening, problem, more } = useConnectors(api);
  const [adding, setAdding] = useState<Adding>('no');
  const [done, setDone] = useState('');
  return (
    <main>
      <header>
        <h1>Connectors, live</h1>
        <p className="muted" role="status">
          {listening ? 'Listening for changes' : 'Not connected'}
        </p>
        <div className="actions">
          <button type="button" className="primary" onClick={() => setAdding('system')} disabled={adding !== 'no'}>
            Add connector
          </button>
          <button type="button" onClick={forget}>
            Forget token
          </button>
        </div>
      </header>
      <p role="status">{done}</p>
      {adding === 'system' && <ChooseSystem api={api} begin={setAdding} />}
      {typeof adding === 'object' && (
        <AddConnector
          api={api}
          started={adding}
          created={(name) => {
            setAdding('no');
            setDone(`${name} is ready`);
          }}
          leave={() => setAdding('no')}
        />
      )}
      {problem && (
        <p className="error" role="alert">
          {problem}
        </p>
      )}
      <section aria-labelledby="connectors">
        <h2 id="connectors">
          {total && counted(total)}
        </h2>
        <ul className="tiles">
          {connectors.map((connector) => (
            <ConnectorTile key={connector.id} connector={connector} />
          ))}
        </ul>
        {more && (
          <button type="button" onClick={more}>
            Show more
          </button>
        )}
      </section>
    </main>
  );
}
