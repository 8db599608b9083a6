// Imported by what we start: ends the process when the one who started it is gone, however that one ended. A process
// started by `startService` has a pipe as its standard input that closes then. (Never by `node --import` in a process
// that forks: its children would inherit the flag, without the pipe, and end at once.)
process.stdin.on("error", () => process.exit(0));
process.stdin.on("end", () => process.exit(0));
process.stdin.resume();
process.stdin.unref();
