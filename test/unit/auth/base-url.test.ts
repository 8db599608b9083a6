import { describe, expect, it } from "vitest";
import { checkBaseUrl, DEFAULT_BASE_URL, type BaseUrlProblem } from "../../../src/auth/base-url";

describe("checkBaseUrl", () => {
  it.each<[text: string, baseUrl: string, host: string]>([
    [DEFAULT_BASE_URL, "https://api.factorialhr.com", "api.factorialhr.com"],
    ["https://api.factorialhr.com/", "https://api.factorialhr.com", "api.factorialhr.com"],
    ["  https://api.factorialhr.com\n", "https://api.factorialhr.com", "api.factorialhr.com"],
    ["HTTPS://API.FactorialHR.COM", "https://api.factorialhr.com", "api.factorialhr.com"],
    ["https://api.factorialhr.com:443", "https://api.factorialhr.com", "api.factorialhr.com"],
    ["https://proxy.example:8443", "https://proxy.example:8443", "proxy.example:8443"],
    ["http://localhost:3000", "http://localhost:3000", "localhost:3000"],
    ["http://LOCALHOST:3000/", "http://localhost:3000", "localhost:3000"],
    ["http://127.0.0.1:43117", "http://127.0.0.1:43117", "127.0.0.1:43117"],
    ["http://127.8.9.10", "http://127.8.9.10", "127.8.9.10"],
    ["http://127.1:80", "http://127.0.0.1", "127.0.0.1"],
    ["http://[::1]:3000", "http://[::1]:3000", "[::1]:3000"],
    ["http://[0:0:0:0:0:0:0:1]", "http://[::1]", "[::1]"],
  ])("accepts %j", (text, baseUrl, host) => {
    expect(checkBaseUrl(text)).toEqual({ ok: true, baseUrl, host });
  });

  it.each<[text: string, problem: BaseUrlProblem]>([
    ["", "empty"],
    ["  \t ", "empty"],
    ["api.factorialhr.com", "not-an-address"],
    ["localhost:3000", "not-an-address"],
    ["https:api.factorialhr.com", "not-an-address"],
    ["https:/api.factorialhr.com", "not-an-address"],
    ["https:///api.factorialhr.com", "not-an-address"],
    ["https://", "not-an-address"],
    ["https://api.factorial hr.com", "not-an-address"],
    ["https://api.factorialhr.com\t.evil.example", "not-an-address"],
    ["https:\\\\api.factorialhr.com", "not-an-address"],
    ["https://evil.example\\@api.factorialhr.com", "not-an-address"],
    ["https://api.factorialhr.com:99999", "not-an-address"],
    ["ftp://api.factorialhr.com", "scheme"],
    ["file://etc/passwd", "scheme"],
    ["javascript://api.factorialhr.com/%0aalert(1)", "scheme"],
    ["vscode://factorial/oauth", "scheme"],
    ["ws://localhost:3000", "scheme"],
    ["http://api.factorialhr.com", "insecure"],
    ["http://localhost.evil.example", "insecure"],
    ["http://127.0.0.1.evil.example", "insecure"],
    ["http://0.0.0.0:3000", "insecure"],
    ["http://[::2]", "insecure"],
    ["http://192.168.1.5", "insecure"],
    ["https://api.factorialhr.com@evil.example", "user-info"],
    ["https://me:secret@api.factorialhr.com", "user-info"],
    ["https://@api.factorialhr.com", "user-info"],
    ["http://localhost@evil.example", "user-info"],
    ["https://api.factorialhr.com/api", "path"],
    ["https://api.factorialhr.com//", "path"],
    ["https://api.factorialhr.com/@me", "path"],
    ["https://api.factorialhr.com?x=1", "query"],
    ["https://api.factorialhr.com/?", "query"],
    ["https://api.factorialhr.com/#", "query"],
  ])("refuses %j: %s", (text, problem) => {
    expect(checkBaseUrl(text)).toEqual({ ok: false, problem });
  });
});
