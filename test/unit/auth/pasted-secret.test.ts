import { describe, expect, it } from "vitest";
import { cleanSecret, isPlainSecret } from "../../../src/auth/pasted-secret";

describe("cleanSecret", () => {
  it.each<[what: string, pasted: string]>([
    ["nothing around", "eyJhbGci.x-y_z"],
    ["spaces and line ends", "  eyJhbGci.x-y_z\r\n"],
    ["double quotes", '"eyJhbGci.x-y_z"'],
    ["single quotes", "'eyJhbGci.x-y_z'"],
    ["backticks", "`eyJhbGci.x-y_z`"],
    ["a word processor's quotes", "“eyJhbGci.x-y_z”"],
    ["Bearer", "Bearer eyJhbGci.x-y_z"],
    ["bearer, small", "bearer   eyJhbGci.x-y_z"],
    ["a whole header", "Authorization: Bearer eyJhbGci.x-y_z"],
    ["a quoted header", "'Authorization: Bearer eyJhbGci.x-y_z'"],
    ["the API key's header", "x-api-key: eyJhbGci.x-y_z"],
    ["a token wrapped by a mail", "eyJhb\n Gci.x-\r\ny_z"],
    ["zero-width characters", "\ufeffeyJ\u200bhbGci.x-y_z"],
    ["quotes within quotes", `"'eyJhbGci.x-y_z'"`],
  ])("removes %s", (_what, pasted) => {
    expect(cleanSecret(pasted)).toBe("eyJhbGci.x-y_z");
  });

  it.each(["", "  \n", '""', "' '", "Bearer ", "\u200b"])("finds nothing in %j", (pasted) => {
    expect(cleanSecret(pasted)).toBe("");
  });

  it("keeps a key that only begins like a word of a header", () => {
    expect(cleanSecret("bearer-of-news")).toBe("bearer-of-news");
  });
});

it.each<[text: string, plain: boolean]>([
  ["eyJhbGci.x-y_z~+/=", true],
  ["eyJh…", false],
  ["clé", false],
  ["", false],
])("isPlainSecret(%j) is %s", (text, plain) => {
  expect(isPlainSecret(text)).toBe(plain);
});
