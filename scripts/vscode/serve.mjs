// Serves VS Code in a browser, on this machine only, with the extension of this repository loaded. Runs under Node 24.
//
//   /?folder=DIR                opens a folder
//   /?folder=DIR&tests=FILE     opens it and runs a test suite in the extension host
import crypto from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import "../lib/end-with-parent.mjs";

const { values: options } = parseArgs({
  options: {
    vscode: { type: "string" }, // lib/vscode of the package code-server
    data: { type: "string" }, // settings, logs, state
    extension: { type: "string" },
    folder: { type: "string" }, // what `/` opens
    port: { type: "string", default: "0" },
    settings: { type: "string", default: "{}" }, // JSON, over what the settings file has
    trust: { type: "boolean", default: false }, // workspace trust as a person has it; else every folder is trusted
  },
});

/** A calm workbench: no welcome, no experiments, no looking for updates, nothing that asks the network. */
const QUIET_SETTINGS = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.autofetch": false,
  "git.openRepositoryInParentFolders": "never",
  "npm.fetchOnlinePackageInfo": false,
  "remote.autoForwardPorts": false,
  "telemetry.telemetryLevel": "off",
  "update.showReleaseNotes": false,
  "workbench.colorTheme": "Dark Modern",
  "workbench.editor.useModal": "off",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

const userData = path.join(options.data, "user");
writeSettings(path.join(userData, "User/settings.json"), JSON.parse(options.settings));
const vscode = await startVscode();
const server = http.createServer(answer);
server.on("upgrade", (request, socket) => {
  if (isOurs(request)) vscode.handleUpgrade(request, socket);
  else socket.destroy();
});
server.on("error", fail);
server.listen(Number(options.port), "127.0.0.1", () => {
  console.log(`READY http://127.0.0.1:${server.address().port}/`);
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    vscode.dispose();
    process.exit(0);
  });
}

function fail(error) {
  console.error(error.message);
  process.exit(1);
}

/** Quiet settings on the first start; what a person changed since stays; `overrides` win. */
function writeSettings(file, overrides) {
  const isNew = !fs.existsSync(file);
  if (!isNew && Object.keys(overrides).length === 0) return;
  const before = isNew ? QUIET_SETTINGS : readSettings(file);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify({ ...before, ...overrides }, undefined, 2)}\n`);
}

function readSettings(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return fail(new Error(`${file} has comments in it or is broken: change the setting in VS Code itself.`));
  }
}

async function startVscode() {
  // Nothing of this VS Code goes into the person's own home folder.
  process.env.HOME = path.join(options.data, "home");
  fs.mkdirSync(process.env.HOME, { recursive: true });
  process.env.EXTENSIONS_GALLERY ??= "{}"; // no marketplace: no look-ups of open-vsx.org
  process.env.CODE_SERVER_PARENT_PID ??= String(process.pid); // else server-main.js starts a second server on import
  const main = await import(pathToFileURL(path.join(options.vscode, "out/server-main.js")).href);
  const { createServer } = await main.loadCodeWithNls();
  return createServer(null, {
    _: [],
    "accept-server-license-terms": true,
    compatibility: "1.64",
    "disable-getting-started-override": true,
    "disable-telemetry": true,
    "disable-workspace-trust": !options.trust,
    "extensions-dir": path.join(options.data, "extensions"),
    host: "127.0.0.1",
    log: ["info"],
    "server-data-dir": path.join(options.data, "server"),
    "telemetry-level": "off",
    "user-data-dir": userData,
    "without-connection-token": true,
  });
}

/**
 * No token is asked for, so only pages of this very server may talk to it: no foreign host name (DNS rebinding), no
 * foreign page's WebSocket or form.
 * @param {http.IncomingMessage} request
 */
function isOurs({ headers }) {
  const isLoopback = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? "");
  return isLoopback && (!headers.origin || headers.origin === `http://${headers.host}`);
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
function answer(request, response) {
  if (!isOurs(request)) return response.writeHead(403).end("forbidden");
  const url = new URL(request.url, "http://localhost");
  if (request.method === "POST" && url.pathname.endsWith("/mint-key")) return response.end(serverKey());
  if (url.pathname.startsWith("/_static/") || url.pathname === "/manifest.json") {
    return answerCodeServerAsset(url.pathname, response);
  }
  if (url.pathname === "/") {
    if (!url.search && options.folder) {
      return response.writeHead(302, { location: `/?folder=${encodeURIComponent(options.folder)}` }).end();
    }
    addDevelopmentOptions(request.headers.host, url.searchParams.get("tests"), response);
  }
  vscode.handleRequest(request, response);
}

/** The server's half of the key that SecretStorage is encrypted with; the browser keeps the other half. */
function serverKey() {
  const file = path.join(options.data, "secret-key-half");
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(32), { mode: 0o600 });
  return fs.readFileSync(file);
}

/** The page asks for code-server's own icons, service worker and manifest: empty ones will do. */
function answerCodeServerAsset(pathname, response) {
  const [type, text] = pathname.endsWith(".js")
    ? ["text/javascript", ""]
    : pathname.endsWith(".json")
      ? ["application/json", "{}"]
      : ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'];
  response.writeHead(200, { "content-type": type, "service-worker-allowed": "/" }).end(text);
}

/**
 * Tells the workbench to load the extension under development and, if asked, to run a test suite in the extension host:
 * the `developmentOptions` of the page, as @vscode/test-web fills them. (The `payload` query that did this in older
 * versions works only with a smoke-test flag, and that flag hides notifications.)
 */
function addDevelopmentOptions(host, tests, response) {
  const remoteUri = (file) => ({
    $mid: 1,
    scheme: "vscode-remote",
    authority: host,
    path: path.resolve(file),
  });
  const development = {
    ...(options.extension && { extensions: [remoteUri(options.extension)] }),
    ...(tests && { extensionTestsPath: remoteUri(tests) }),
  };
  const members = JSON.stringify(development).slice(1, -1).replaceAll('"', "&quot;");
  const place = "&quot;developmentOptions&quot;:{";
  const end = response.end.bind(response);
  response.end = (body, ...rest) => {
    const page = String(body ?? "");
    if (page.includes("<html") && !page.includes(place))
      console.error("serve: no developmentOptions in the page");
    return end(members ? page.replace(place, () => `${place}${members},`) : page, ...rest);
  };
}
