// Requests to the API of this service.
const TOKEN_KEY = "kith.token";

/** The JSON response to a GET request. */
export async function get(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return (await respond(`api/${path}?${query}`, {})).json();
}

/** Sends a request that changes something; the response may be empty. */
export const send = (method, path, body) => respond(`api/${path}`,
  { method, ...(body ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {}) });

async function respond(url, request) {
  const token = sessionStorage.getItem(TOKEN_KEY);
  const headers = { ...request.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(url, { ...request, headers });
  if (response.ok) return response;
  if (response.status === 401) {
    const entered = window.prompt("This service wants a token (kith.api.token)");
    if (entered) {
      sessionStorage.setItem(TOKEN_KEY, entered);
      return respond(url, request);
    }
  }
  const problem = await response.json();
  throw new Error(problem.detail ?? problem.title ?? response.statusText);
}
