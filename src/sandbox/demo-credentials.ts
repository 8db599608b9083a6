/** What opens the demo company. None of it is secret: the sandbox listens on this machine only. */

/** The company's API key, for the `x-api-key` header. It belongs to nobody in particular and may do everything. */
export const DEMO_API_KEY = "demo-api-key";

/** Bearer token of Nora Vidal, the developer whom the demo is about: assigned to several projects, leads a team. */
export const DEMO_TOKEN = "demo-token-nora";

/** Bearer token of Ivo Petrov, who may neither log time nor see performance reviews. */
export const DEMO_RESTRICTED_TOKEN = "demo-token-ivo";

/** Bearer token of Carmen Ortega, head of operations and administrator. */
export const DEMO_ADMIN_TOKEN = "demo-token-carmen";

/** The one OAuth application that the demo company knows. */
export const DEMO_OAUTH_CLIENT = { id: "demo-client", secret: "demo-secret" } as const;
