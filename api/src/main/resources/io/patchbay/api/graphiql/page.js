'use strict';

// The token and whatever is typed here live as long as this tab: a query may hold a secret.
const TOKEN = 'patchbay.api-token';

const input = document.getElementById('token');
const acting = document.getElementById('acting');

const token = () => sessionStorage.getItem(TOKEN);

/** With a token as that program; without one as whoever is logged in to Patchbay's pages. */
const access = () => token()
  ? { credentials: 'omit', headers: { Authorization: `Bearer ${token()}` } }
  : { credentials: 'same-origin', headers: { 'X-Patchbay-Client': 'graphiql' } };

const fetcher = async (request, options) => {
  const { credentials, headers } = access();
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials,
    // What is written under "Headers" goes along, an Idempotency-Key for example.
    headers: { ...options?.headers, ...headers, 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(request),
  });
  if (response.status === 401) {
    return { errors: [{ message: 'Nobody was let in: log in to Patchbay, or enter an API token above.' }] };
  }
  return response.json();
};

const WHO_AM_I = { query: '# Who am I?\n\nquery WhoAmI {\n  viewer {\n    name\n    company {\n      name\n    }\n  }\n}\n' };

/** One tab for each of the commonest jobs; without them the page still works. */
const examples = fetch('/graphiql/examples', { credentials: 'omit' })
  .then((response) => response.json())
  .then((all) => all.map(({ query, variables }) => ({ query, variables })))
  .catch(() => []);

const show = async (schema) => {
  const tabs = [WHO_AM_I, ...await examples];
  acting.textContent = token() ? 'Acting with the API token.' : 'Acting as whoever is logged in to Patchbay.';
  root.render(React.createElement(GraphiQL, {
    key: schema,
    fetcher,
    storage: sessionStorage,
    defaultTabs: tabs,
    defaultEditorToolsVisibility: 'variables',
    shouldPersistHeaders: false,
  }));
};

const root = ReactDOM.createRoot(document.getElementById('graphiql'));
let round = 0;

document.getElementById('access').addEventListener('submit', (event) => {
  event.preventDefault();
  if (input.value.trim()) {
    sessionStorage.setItem(TOKEN, input.value.trim());
  }
  input.value = '';
  show(++round);
});

document.getElementById('forget').addEventListener('click', () => {
  sessionStorage.removeItem(TOKEN);
  input.value = '';
  show(++round);
});

show(round);
