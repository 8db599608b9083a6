// Where things are. Everything that is made at run time lies in folders that git ignores.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** @param {...string} parts a path below the repository's root */
export const inRoot = (...parts) => path.join(root, ...parts);

/** The served VS Code's own package, apart from the root one. */
export const servedVscode = inRoot("scripts/vscode");

/** What a person's `npm start` keeps: settings, secrets, the demo company's state, the demo folder. */
export const demoFolder = inRoot(".demo");

/** Reports and screenshots of `npm test`. */
export const testResults = inRoot("test-results");
