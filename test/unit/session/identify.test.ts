import { describe, expect, it } from "vitest";
import { apiKeyCredentials, tokenCredentials } from "../../../src/api/credentials";
import { DEMO_API_KEY, DEMO_RESTRICTED_TOKEN, DEMO_TOKEN } from "../../../src/sandbox/demo-credentials";
import { identify, listEmployees } from "../../../src/session/identify";
import { answering, json, pageOf } from "../api/stand-in";
import { sandboxOfFile } from "../support/sandbox";

const sandbox = await sandboxOfFile();

const company = { companyId: "4217", companyName: "Brisa Software" };

describe("identify", () => {
  it("a person, by a token", async () => {
    expect(await identify(sandbox.url, tokenCredentials(DEMO_TOKEN))).toEqual({
      ...company,
      employeeId: "302",
      fullName: "Nora Vidal",
      email: "nora.vidal@brisa.example",
    });
    expect(sandbox.requests).toHaveLength(1);
  });

  it("a person who may do little", async () => {
    expect(await identify(sandbox.url, tokenCredentials(DEMO_RESTRICTED_TOKEN))).toEqual({
      ...company,
      employeeId: "303",
      fullName: "Ivo Petrov",
      email: "ivo.petrov@brisa.example",
    });
  });

  it("a company and nobody in it, by an API key", async () => {
    expect(await identify(sandbox.url, apiKeyCredentials(DEMO_API_KEY))).toEqual({
      ...company,
      employeeId: undefined,
      fullName: undefined,
      email: undefined,
    });
  });

  it.each([
    ["a key", apiKeyCredentials("wrong")],
    ["a token", tokenCredentials("wrong")],
  ])("nobody, by %s that is not accepted: tried once", async (_, credentials) => {
    await expect(identify(sandbox.url, credentials)).rejects.toMatchObject({ kind: "sign-in", status: 401 });
    expect(sandbox.requests).toHaveLength(1);
  });

  it("nobody, when whoever asked has gone", async () => {
    const credentials = tokenCredentials(DEMO_TOKEN);
    await expect(identify(sandbox.url, credentials, AbortSignal.abort())).rejects.toMatchObject({
      kind: "cancelled",
    });
    expect(sandbox.requests).toEqual([]);
  });
});

describe("listEmployees", () => {
  it("everybody who is employed, for the company's key", async () => {
    const people = await listEmployees(sandbox.url, apiKeyCredentials(DEMO_API_KEY));
    expect(people).toHaveLength(sandbox.company.employees.where(({ active }) => active).length);
    expect(people).toContainEqual({
      employeeId: "302",
      fullName: "Nora Vidal",
      email: "nora.vidal@brisa.example",
    });
    // She has left.
    expect(people.map(({ fullName }) => fullName)).not.toContain("Eva Lindqvist");
  });

  it("does not work with a wrong key", async () => {
    await expect(listEmployees(sandbox.url, apiKeyCredentials("wrong"))).rejects.toMatchObject({
      kind: "sign-in",
    });
  });

  it("says so where this account may not see them", async () => {
    sandbox.misbehave({ kind: "status", status: 403 });
    await expect(listEmployees(sandbox.url, apiKeyCredentials(DEMO_API_KEY))).rejects.toMatchObject({
      kind: "permission",
    });
  });
});

describe("answers that are half empty", () => {
  const serve = async (...records: unknown[]) => {
    const { baseUrl } = await answering((response) => {
      json(response, pageOf(records));
    });
    return baseUrl;
  };
  const credentials = apiKeyCredentials("key");

  it("of a company's credential, with null for the employee", async () => {
    const url = await serve({
      id: "1",
      company_id: 7,
      employee_id: null,
      name: null,
      legal_name: "Brisa, S.L.",
    });
    expect(await identify(url, credentials)).toMatchObject({
      companyId: "7",
      companyName: "Brisa, S.L.",
      employeeId: undefined,
    });
  });

  it("without a credential are no sign-in", async () => {
    const url = await serve();
    await expect(identify(url, credentials)).rejects.toMatchObject({ kind: "sign-in" });
  });

  it("of employees still name everybody; who has left stays out though the filter was ignored", async () => {
    const url = await serve(
      { id: 1, full_name: null, preferred_name: "Guille", email: null, login_email: "g@x.example" },
      { id: 2 },
      { id: 3, full_name: "Eva", active: false },
    );
    expect(await listEmployees(url, credentials)).toEqual([
      { employeeId: "1", fullName: "Guille", email: "g@x.example" },
      { employeeId: "2", fullName: "2", email: undefined },
    ]);
  });
});
