// The management API. Everything is relative to the page, so a host may serve both below any path.

const base = new URL('api/', document.baseURI);

/** Why a request was not answered: what RFC 9457 calls a problem. */
class ApiError extends Error {
  constructor(status, title, detail) {
    super(title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

let onSignedOut = () => {};

/** Says what happens once the host no longer knows who asks. */
export function whenSignedOut(callback) {
  onSignedOut = callback;
}

/** The address of an endpoint; parameters that are not set are left out. */
export function address(path, query = {}) {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query)) {
    if (value != null && value !== '') {
      url.searchParams.set(name, value);
    }
  }

  return url;
}

async function send(method, path, { query, body, signal } = {}) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') {
    // A form of another site cannot send this header.
    headers['X-Hooklatch-Console'] = '1';
  }

  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }

  let response;
  try {
    response = await fetch(address(path, query), {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }

    throw new ApiError(0, 'The host does not answer', 'It may be restarting, or the network is down. The page tries again when you do.');
  }

  if (response.ok) {
    return response.status === 204 ? null : readJson(response);
  }

  const problem = await readProblem(response);
  if (response.status === 401 && !(method === 'POST' && path === 'session')) {
    onSignedOut();
  }

  throw problem;
}

async function readJson(response) {
  if (!isJson(response)) {
    throw new ApiError(
      response.status,
      'The host answered with something else than data',
      'A proxy, or a sign-in page of the host, may stand between. Reload the page.',
    );
  }

  return response.json();
}

async function readProblem(response) {
  const fallback = fallbacks[response.status] ?? [`The host answered ${response.status}`, undefined];
  if (!isJson(response)) {
    return new ApiError(response.status, ...fallback);
  }

  try {
    const { title, detail } = await response.json();
    return new ApiError(response.status, title || fallback[0], detail || (title ? undefined : fallback[1]));
  } catch {
    return new ApiError(response.status, ...fallback);
  }
}

const isJson = (response) => /[/+]json\b/.test(response.headers.get('Content-Type') ?? '');

const fallbacks = {
  401: ['You are not signed in', 'Sign in again.'],
  403: ['Your role does not allow this', 'Ask for a token with a larger role.'],
  404: ['This does not exist', 'It may have been erased, or its time is over.'],
  409: ['This is not possible now', 'The state has changed meanwhile. Look again.'],
  429: ['Too many requests', 'Wait a moment, then try again.'],
  503: ['The store cannot be used at the moment', 'Deliveries wait at their senders. The log of the host says why.'],
};

export const get = (path, query, signal) => send('GET', path, { query, signal });
export const post = (path, { query, body } = {}) => send('POST', path, { query, body });
export const remove = (path) => send('DELETE', path);
