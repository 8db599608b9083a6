import { createClient, type ClientOf, type ClientOptions } from "../api/client";
import { catalogue } from "./catalogue";

/** Factorial's API, typed by the declarations of this folder. */
export type FactorialClient = ClientOf<typeof catalogue>;

export function createFactorialClient(options: ClientOptions): FactorialClient {
  return createClient(catalogue, options);
}
