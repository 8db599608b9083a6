import type { ServerResponse } from "node:http";
import { raw, startStandIn, type ReceivedRequest } from "../api/stand-in";

/** Answers a request that the server behind has carried out. */
export type Spoil = (response: ServerResponse) => void;

/** Stands before a server, hands every request on, and answers in its own way when it is told to. */
export async function startProxy(target: string) {
  let spoiled: { readonly path: RegExp; readonly spoil: Spoil } | undefined;
  const standIn = await startStandIn((response, request) => {
    void handOn(target, request).then((answer) => {
      if (request.method === "GET" || !spoiled?.path.test(request.url.pathname)) {
        raw(response, answer.text, answer.status, { "content-type": "application/json" });
        return;
      }
      const { spoil } = spoiled;
      spoiled = undefined;
      spoil(response);
    });
  });
  return {
    baseUrl: standIn.baseUrl,
    /** The next write there is carried out, and answered like this. */
    spoilNext: (path: RegExp, spoil: Spoil) => {
      spoiled = { path, spoil };
    },
    stop: standIn.stop,
  };
}

export type Proxy = Awaited<ReturnType<typeof startProxy>>;

async function handOn(target: string, { method, url, headers, body }: ReceivedRequest) {
  const response = await fetch(`${target}${url.pathname}${url.search}`, {
    method,
    headers: {
      authorization: headers.authorization ?? "",
      ...(body !== "" && { "content-type": headers["content-type"] ?? "" }),
    },
    ...(body !== "" && { body }),
  });
  return { status: response.status, text: await response.text() };
}
