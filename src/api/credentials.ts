/** How one request proves who is asking. */
export interface Credentials {
  /**
   * Headers that identify the caller: `x-api-key` for an API key, `Authorization: Bearer …` for a token;
   * never both.
   */
  authorize(): Promise<Record<string, string>>;

  /**
   * Called once after a 401. Resolves to true when new credentials are in place, so that the request (a write
   * too: it was refused, so nothing was written) may be sent again.
   */
  renew?(): Promise<boolean>;
}

/** A company's API key. It belongs to the company, not to a person, and does not expire. */
export function apiKeyCredentials(key: string): Credentials {
  return { authorize: () => Promise.resolve({ "x-api-key": key }) };
}

/** An access token that cannot be renewed. */
export function tokenCredentials(token: string): Credentials {
  return { authorize: () => Promise.resolve({ authorization: `Bearer ${token}` }) };
}
