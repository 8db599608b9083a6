// npm run test:desktop: test/host inside a desktop VS Code, which @vscode/test-electron downloads (or the one that
// VSCODE_EXECUTABLE names). `npm test` runs the same tests in a VS Code that it serves, without that download.
import "./lib/node-version.mjs";

const { testOnDesktop } = await import("./lib/desktop-suite.mjs");
process.exit(await testOnDesktop());
