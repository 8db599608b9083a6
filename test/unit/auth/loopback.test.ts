import { request } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { Authorization } from "../../../src/auth/authorization";
import {
  listenOnLoopback,
  loopbackRedirectUri,
  PortBusy,
  type CallbackPage,
} from "../../../src/auth/loopback";

const thanks: CallbackPage = { status: 200, text: "You can close this tab." };

async function listen(receive: (query: URLSearchParams) => CallbackPage = () => thanks, port = 0) {
  const loopback = await listenOnLoopback(port, receive);
  onTestFinished(() => loopback.close());
  return loopback;
}

describe("listenOnLoopback", () => {
  it("takes the browser's callback and thanks", async () => {
    const authorization = new Authorization({
      baseUrl: "https://f.example",
      clientId: "c",
      redirectUri: "x",
    });
    const { redirectUri } = await listen((query) => {
      const outcome = authorization.receive(query);
      return outcome === "foreign" ? { status: 400, text: "Ignored." } : thanks;
    });
    const state = new URL(authorization.url).searchParams.get("state") ?? "";
    const forged = await fetch(`${redirectUri}?code=evil&state=guess`);
    expect([forged.status, await forged.text()]).toEqual([400, "Ignored."]);
    const answer = await fetch(`${redirectUri}?${new URLSearchParams({ code: "a+b/c=", state }).toString()}`);
    expect([answer.status, await answer.text()]).toEqual([200, thanks.text]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    await expect(authorization.code).resolves.toBe("a+b/c=");
  });

  it("has one address that can be registered", () => {
    expect(loopbackRedirectUri(43117)).toBe("http://127.0.0.1:43117/callback");
  });

  it("answers nothing but a GET of the callback", async () => {
    let heard = 0;
    const { redirectUri } = await listen(() => (heard++, thanks));
    const origin = new URL(redirectUri).origin;
    expect((await fetch(origin)).status).toBe(404);
    expect((await fetch(`${origin}/favicon.ico`)).status).toBe(404);
    expect((await fetch(`${origin}/callback/more?state=x`)).status).toBe(404);
    expect((await fetch(redirectUri, { method: "POST" })).status).toBe(404);
    expect(heard).toBe(0);
    expect((await fetch(redirectUri)).status).toBe(200);
  });

  it("does not fall over a strange request target", async () => {
    const { redirectUri } = await listen();
    const { port } = new URL(redirectUri);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ host: "127.0.0.1", port, path: "//[bad?state=%zz" }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it("says that the port is busy", async () => {
    const { redirectUri } = await listen();
    const port = Number(new URL(redirectUri).port);
    await expect(listen(undefined, port)).rejects.toThrow(PortBusy);
    await expect(listen(undefined, port)).rejects.toMatchObject({ port });
  });

  it("frees the port, though a browser keeps its connection", async () => {
    const loopback = await listen();
    await fetch(loopback.redirectUri, { headers: { connection: "keep-alive" } });
    await loopback.close();
    await expect(fetch(loopback.redirectUri)).rejects.toThrow();
    const port = Number(new URL(loopback.redirectUri).port);
    await expect(listen(undefined, port)).resolves.toBeDefined();
  });
});
