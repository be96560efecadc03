import type { AccessStatus, TileFragment } from './generated';

// Never by colour alone.
const WORDS: Record<AccessStatus, [sign: string, words: string]> = {
  NOT_CHECKED: ['○', 'Not checked yet'],
  OPERATIONAL: ['●', 'Operational'],
  SYSTEM_UNREACHABLE: ['▲', 'System unreachable'],
  FAILED_AUTHENTICATION: ['■', 'Failed authentication'],
  NEEDS_RECONNECT: ['◆', 'Needs to be connected again'],
};

export function Status({ status }: { status: AccessStatus }) {
  const [sign, words] = WORDS[status];
  return (
    <span className={`status ${status.toLowerCase()}`}>
      <span aria-hidden="true">{sign}</span> {words}
    </span>
  );
}

export function ConnectorTile({ connector }: { connector: TileFragment }) {
  return (
    <li className="tile">
      <img src={connector.system.iconUrl ?? ''} alt="" width={40} height={40} />
      <div>
        <h3>{connector.name}</h3>
        <p className="muted">
          {connector.system.name} · {connector.companyGroup.name} · {connector.environment.toLowerCase()}
        </p>
        <p aria-live="polite">
          <Status status={connector.status} />
        </p>
        {connector.lastCheck?.hint && <p className="help">{connector.lastCheck.hint}</p>}
      </div>
    </li>
  );
}
