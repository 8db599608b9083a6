import { readFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { BODY_CLASSES, themeStyles, THEMES, type Theme } from "./themes";

const BUILT = join(import.meta.dirname, "../../../dist/webview");
const NONCE = "bm9uY2U=";

/** Stands in for what VS Code puts into a webview. What is kept outlives the page, as there. */
const API = `
window.posted = [];
window.acquireVsCodeApi = () => ({
  postMessage: (message) => { window.posted.push(structuredClone(message)); },
  getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
  setState: (state) => { sessionStorage.setItem("state", JSON.stringify(state)); },
});`;

export interface PageServer {
  address(theme: Theme): string;
  close(): Promise<void>;
}

/** Serves a built page, by its name in dist/webview, under the policy that the host gives it. */
export async function servePage(page: "form" | "week"): Promise<PageServer> {
  const server = http.createServer((request, response) => {
    answer(page, request.url ?? "/").then(
      ({ type, body }) => response.writeHead(200, { "content-type": type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port answers with an object.
  const { port } = server.address() as AddressInfo;
  return {
    address: (theme) => `http://127.0.0.1:${port}/${theme}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(page: string, url: string): Promise<{ type: string; body: string | Buffer }> {
  if (url === `/${page}.js`)
    return { type: "text/javascript", body: await readFile(join(BUILT, `${page}.js`)) };
  if (url === `/${page}.css`) return { type: "text/css", body: await readFile(join(BUILT, `${page}.css`)) };
  if (url === "/api.js") return { type: "text/javascript", body: API };
  const theme = THEMES.find((name) => url === `/${name}` || url === `/${name}.css`);
  if (!theme) throw new Error(`Nothing is at ${url}.`);
  if (url.endsWith(".css")) return { type: "text/css", body: themeStyles(theme) };
  return { type: "text/html; charset=utf-8", body: documentIn(page, theme) };
}

function documentIn(page: string, theme: Theme): string {
  const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}' 'self'`;
  const kind = BODY_CLASSES[theme];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${page}</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${NONCE}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${theme}.css">
<link rel="stylesheet" href="/${page}.css">
</head>
<body class="${kind}" data-vscode-theme-kind="${kind}">
<script nonce="${NONCE}" src="/api.js"></script>
<script nonce="${NONCE}" src="/${page}.js"></script>
</body>
</html>`;
}
