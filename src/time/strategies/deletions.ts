import { FactorialError } from "../../api/errors";

/** Deletes, and takes "it is not there" for done: that is what was wanted. */
export async function deleteIfThere(deletion: () => Promise<unknown>): Promise<void> {
  try {
    await deletion();
  } catch (error) {
    if (!(error instanceof FactorialError) || error.kind !== "not-found") throw error;
  }
}
