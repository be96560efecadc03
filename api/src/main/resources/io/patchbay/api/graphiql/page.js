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

const NOBODY = { errors: [{ message: 'Nobody was let in: log in to Patchbay, or enter an API token above.' }] };

const ask = (request, accept, more, signal) => {
  const { credentials, headers } = access();
  return fetch('/graphql', {
    method: 'POST',
    credentials,
    // What is written under "Headers" goes along, an Idempotency-Key for example.
    headers: { ...more, ...headers, 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify(request),
    signal,
  });
};

/** Hands on the data of every event of a stream; comments in between only show that it is alive. */
const readEvents = async (stream, next) => {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (rest + part.value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
      if (data) {
        next(JSON.parse(data));
      }
    }
  }
};

const listen = async (request, headers, next, signal) => {
  const response = await ask(request, 'text/event-stream', headers, signal);
  if (response.status === 401) {
    next(NOBODY);
  } else if (!response.headers.get('Content-Type').startsWith('text/event-stream')) {
    next(await response.json());
  } else {
    await readEvents(response.body, next);
  }
};

/** A subscription, as GraphiQL listens to one: until the server or the reader ends it. */
const listening = (request, headers) => ({
  subscribe: (observer) => {
    const stop = new AbortController();
    listen(request, headers, observer.next, stop.signal).then(
      () => observer.complete(),
      (problem) => (stop.signal.aborted ? observer.complete() : observer.error(problem)),
    );
    return { unsubscribe: () => stop.abort() };
  },
});

const operationsOf = (query) => {
  try {
    return GraphiQL.GraphQL.parse(query).definitions.filter(({ kind }) => kind === 'OperationDefinition');
  } catch {
    return [];
  }
};

/** For a moment after a tab was opened, GraphiQL still names the operation of the tab before it. */
const naming = (request, operations) =>
  (operations.length === 1 ? { ...request, operationName: operations[0].name?.value } : request);

const isSubscription = ({ operationName }, operations) =>
  operations.find(({ name }) => name?.value === operationName)?.operation === 'subscription';

const fetcher = async (asked, options) => {
  const operations = operationsOf(asked.query);
  const request = naming(asked, operations);
  if (isSubscription(request, operations)) {
    return listening(request, options?.headers);
  }
  const response = await ask(request, 'application/graphql-response+json, application/json', options?.headers);
  return response.status === 401 ? NOBODY : response.json();
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
