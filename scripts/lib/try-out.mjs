// What `npm start` does, once Node is known to be new enough.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { endAll, runVisibly } from "./children.mjs";
import { startDemoCompany } from "./demo-company.mjs";
import { ensureInstalled } from "./install.mjs";
import { demoFolder, root } from "./paths.mjs";
import { isFree, nextFreePort } from "./ports.mjs";
import { startVscodeServer } from "./vscode-server.mjs";
import { createWorkspace } from "./workspace.mjs";

/** The same each time, where possible: a browser keeps secrets and layout by the address of the page. */
const USUAL_PORT = 3110;
const BRANCH = "feat/ACM-42-login";
const LIGHT_THEME = "Light Modern";

const HELP = `npm start -- [options]

  --port N        serve at this port (default: ${USUAL_PORT}, or the next free one)
  --desktop       use the VS Code that is installed on this machine
  --attendance    a demo company that tracks project time through attendance
  --light         light colors
  --theme NAME    a color theme, such as "Default High Contrast"
`;

/** @param {string[]} args the command line */
export async function start(args) {
  const options = readOptions(args);
  if (options.help) return void process.stdout.write(HELP);
  endOnSignals();
  try {
    const port = options.desktop ? undefined : await choosePort(options.port);
    const code = options.desktop ? findDesktop() : undefined;
    await ensureInstalled();
    console.log("Building the extension …");
    await runVisibly(process.execPath, ["esbuild.mjs"], { cwd: root });
    const folder = path.join(demoFolder, "workspace");
    createWorkspace(folder, { branch: BRANCH });
    console.log("Starting the demo company …");
    const company = await startDemoCompany({ mode: options.attendance ? "attendance" : "flexible" });
    if (code) await openDesktop(code, folder, company);
    else await serve(folder, company, port, options.theme ?? (options.light ? LIGHT_THEME : undefined));
  } catch (error) {
    await giveUp(error.message);
  }
}

function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: "string" },
        desktop: { type: "boolean", default: false },
        attendance: { type: "boolean", default: false },
        light: { type: "boolean", default: false },
        theme: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.port !== undefined && !isPort(values.port))
      throw new Error(`--port ${values.port} is no port number.`);
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

const isPort = (text) => /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65536;

/** VS Code in the browser. */
async function serve(folder, company, port, theme) {
  console.log("Starting VS Code …");
  const server = await startVscodeServer({
    folder,
    data: path.join(demoFolder, "vscode"),
    port,
    settings: theme ? { "workbench.colorTheme": theme } : {},
    env: { FACTORIAL_DEMO_URL: company.address },
  });
  for (const service of [company, server]) {
    void service.exited.then((code) =>
      giveUp(`${service.name} ended (${code}).\n${service.log().slice(-2000)}`),
    );
  }
  console.log(`
The demo company answers at ${company.address}
Ctrl+C stops it all; what you changed is kept in .demo/

VS Code with the extension:

  http://localhost:${port}/
`);
}

/** @param {string | undefined} asked by --port */
async function choosePort(asked) {
  if (asked === undefined) return nextFreePort(USUAL_PORT);
  if (await isFree(Number(asked))) return Number(asked);
  throw new Error(`Port ${asked} is in use by another program. Leave --port out, and a free one is taken.`);
}

/** The installed VS Code, in a window with data of its own. */
async function openDesktop(code, folder, company) {
  const window = spawn(
    code,
    [
      "--new-window",
      "--wait",
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${path.join(demoFolder, "desktop")}`,
      folder,
    ],
    {
      env: { ...process.env, FACTORIAL_DEMO_URL: company.address },
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  console.log(`\nThe demo company answers at ${company.address} until the window closes.`);
  await once(window, "exit");
  await endAll();
}

/** @returns {string} the `code` command */
function findDesktop() {
  const name = process.platform === "win32" ? "code.cmd" : "code";
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
  if (found) return found;
  throw new Error(
    "There is no `code` command on the PATH. In VS Code run \"Shell Command: Install 'code' command in PATH\",\n" +
      "or use `npm start` without --desktop, which needs no installed VS Code.",
  );
}

let isEnding = false;

/** Ctrl+C and its like end what was started, and nothing else. */
function endOnSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      void endAll().then(() => process.exit(0));
    });
  }
}

/** @param {string} reason */
async function giveUp(reason) {
  if (isEnding) return;
  isEnding = true;
  console.error(`\n${reason}`);
  await endAll();
  process.exit(1);
}
