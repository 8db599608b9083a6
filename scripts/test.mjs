// npm test: everything that can be checked, from the format of the files to clicks in a real VS Code.
//
//   npm test -- --only unit,host              some of the steps
//   npm test -- --only e2e --file log-time    of these, only the test files with that in their name
//
// The last line counts all of it: "N passed, N failed".
import "./lib/node-version.mjs";

const { testEverything } = await import("./lib/all-tests.mjs");
process.exit(await testEverything(process.argv.slice(2)));
