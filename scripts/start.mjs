// npm start: VS Code in the browser, with this extension and a demo company in it. No account is needed.
import "./lib/node-version.mjs";

const { start } = await import("./lib/try-out.mjs");
await start(process.argv.slice(2));
