// Who may import whom. Each room below is a folder of src/; CONTRIBUTING.md shows the picture.

/** What a room may import beside itself and npm packages. */
const ROOMS = {
  api: [],
  disk: [],
  resources: ["api"],
  store: ["api", "resources"],
  "time/(?!ui/)": ["api", "disk", "resources", "store"],
  session: ["api", "disk", "resources", "store", "time", "auth", "commands"],
  auth: ["api", "disk", "resources", "store", "commands"],
  commands: ["api", "resources", "store"],
  records: ["api", "resources", "store", "session", "time"],
  actions: ["api", "resources", "store", "session", "time", "commands", "records"],
  details: ["api", "resources", "store", "session", "commands", "records"],
  tree: ["api", "resources", "store", "session", "time", "commands", "records", "actions"],
  "time/ui": ["api", "resources", "store", "session", "time", "commands", "messages", "webviews", "records"],
  messages: [],
  webviews: [],
  forms: [
    "api",
    "resources",
    "store",
    "session",
    "time",
    "commands",
    "messages",
    "webviews",
    "records",
    "actions",
  ],
  sandbox: [],
};

const FRONT_DOOR = "^src/extension\\.ts$";

const roomRules = Object.entries(ROOMS).map(([room, mayImport]) => {
  const own = room.replace(/\/.*/, "");
  const allowed = [own, ...mayImport].join("|");
  return {
    name: `${own === "time" && room !== "time/ui" ? "time" : room}-imports`,
    comment: `${room} may import ${mayImport.length > 0 ? mayImport.join(", ") : "npm packages only"}`,
    severity: "error",
    from: { path: `^src/${room}${room.includes("(") ? "" : "/"}` },
    to: { path: "^src/", pathNot: [`^src/(${allowed})/`, ...exceptions(room)] },
  };
});

/** The demo company's host starts the sandbox, and knows its token. */
function exceptions(room) {
  return room === "session" ? ["^src/sandbox/(index|demo-credentials)\\.ts$"] : [];
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "no-vscode-in-pure-rooms",
      comment: "these rooms run without VS Code: in unit tests, in `npm run call`, in the sandbox",
      severity: "error",
      from: { path: "^src/(api|disk|resources|store|messages|sandbox|time/(?!ui/))" },
      to: { path: "(^|/)vscode($|/)" },
    },
    {
      name: "sandbox-stands-apart",
      comment: "a server built from the client's own schemas would agree with the client's mistakes",
      severity: "error",
      from: { path: "^src/(?!sandbox/|session/demo-company)" },
      to: { path: "^src/sandbox/" },
    },
    {
      name: "contract-is-for-the-sandbox",
      comment: "the client is tested against the contract, so it must not be made of it",
      severity: "error",
      from: { path: "^(src/(?!sandbox/)|webview/)" },
      to: { path: "^contract/" },
    },
    {
      name: "webview-knows-messages-only",
      comment: "and the grammar: a page shows how a time is read with each key, without asking",
      severity: "error",
      from: { path: "^webview/" },
      to: { path: "^src/", pathNot: "^src/(messages|time/grammar)/" },
    },
    {
      name: "nobody-imports-the-front-door",
      severity: "error",
      from: { pathNot: FRONT_DOOR },
      to: { path: FRONT_DOOR },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      comment: "a file that nobody imports is dead",
      severity: "error",
      from: { orphan: true, pathNot: [FRONT_DOOR, "^src/sandbox/index\\.ts$", "^webview/"] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
