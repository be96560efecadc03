// Runs the public audit suite of GraphQL over HTTP against an address and prints what came of each audit as JSON.
// Called by GraphQlOverHttpAuditTests: node audit.js <address>, the API token in the environment.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
const token = process.env.PATCHBAY_AUDIT_TOKEN;

const authorized = (address, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${token}`);
  return fetch(address, { ...init, headers });
};

const results = [];
for (const audit of serverAudits({ url, fetchFn: authorized })) {
  const { id, name, status, reason } = await audit.fn();
  results.push({ id, name, status, reason: reason ?? null });
}
console.log(JSON.stringify(results));
