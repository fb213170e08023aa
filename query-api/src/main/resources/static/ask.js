// Questions to the API of this service, and what is told to it.
const KEPT = "kith.token";

/** The answer to a question. */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return (await answered(`api/${path}?${query}`, {})).json();
}

/** Tells something; there may be no answer but that it was understood. */
export const tell = (method, path, body) => answered(`api/${path}`,
  { method, ...(body ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {}) });

async function answered(url, request) {
  const token = sessionStorage.getItem(KEPT);
  const headers = { ...request.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(url, { ...request, headers });
  if (response.ok) return response;
  if (response.status === 401) {
    const given = window.prompt("This service wants a token (kith.api.token)");
    if (given) {
      sessionStorage.setItem(KEPT, given);
      return answered(url, request);
    }
  }
  const problem = await response.json();
  throw new Error(problem.detail ?? problem.title ?? response.statusText);
}
