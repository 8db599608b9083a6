// Stand-in for the compiled @vscode/spdlog. VS Code writes its log files through it, and the Output panel shows those files.
const fs = require("node:fs");
const path = require("node:path");

const LEVELS = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  #file;
  #level = 0;
  #withTimeAndLevel = true;

  constructor(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.#file = fs.openSync(file, "a");
  }

  #write(level, message) {
    if (level < this.#level || this.#file === undefined) return;
    const line = this.#withTimeAndLevel
      ? `${localTime(new Date())} [${LEVELS[level]}] ${message}\n`
      : message;
    fs.writeSync(this.#file, line);
  }

  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {
    this.#withTimeAndLevel = true;
  }
  clearFormatters() {
    this.#withTimeAndLevel = false;
  }
  flush() {}
  drop() {
    if (this.#file !== undefined) fs.closeSync(this.#file);
    this.#file = undefined;
  }
}

/** `YYYY-MM-DD HH:MM:SS.mmm`, as VS Code's own log lines have it. */
function localTime(now) {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().replace("T", " ").replace("Z", "");
}

const createLogger = async (_name, file) => new Logger(file);

// One `exports.x =` each: VS Code imports this as an ES module, and Node finds the names of a CommonJS module only in this form.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
