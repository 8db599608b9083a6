import { FactorialError, type ErrorKind } from "../../api/errors";

/**
 * Takes something back, and "it is not there" for done: that is what was wanted.
 * @param saidBy the kinds of error by which the server says so
 */
export async function ifThere(
  request: () => Promise<unknown>,
  saidBy: readonly ErrorKind[] = ["not-found"],
): Promise<void> {
  try {
    await request();
  } catch (error) {
    if (!(error instanceof FactorialError) || !saidBy.includes(error.kind)) throw error;
  }
}
