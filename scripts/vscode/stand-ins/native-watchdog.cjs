// Stand-in for the compiled @vscode/native-watchdog: ends this process when the given parent process is gone.
const PARENT_IS_GONE = 87;

exports.start = (parentId) =>
  setInterval(() => {
    try {
      process.kill(parentId, 0);
    } catch {
      process.exit(PARENT_IS_GONE);
    }
  }, 1000).unref();
