// Free ports of this machine.
import net from "node:net";

const TRIES = 50;

/**
 * The first free port from `first` on.
 * @param {number} first
 */
export async function nextFreePort(first) {
  for (let port = first; port < first + TRIES; port++) if (await isFree(port)) return port;
  throw new Error(`No port between ${first} and ${first + TRIES - 1} is free.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
