/** Serves `/api/<version>/resources/...`: routing and validation by the contract, then the engine. */

import { OpenAPIBackend, type Context, type Document } from "openapi-backend";
import { answerRecords } from "./answer.js";
import { identify, type Viewer } from "./access.js";
import { Body, readForm, readJson, type ReadBody } from "./body.js";
import { Call } from "./call.js";
import type { Company } from "./company/company.js";
import { loadContract, servedVersion, type Contract, type Operation, type Version } from "./contract.js";
import { handlersOf, type Handler, type Outcome } from "./engine.js";
import { malformed, notFound, type Refusal, unauthenticated } from "./errors.js";
import { readQuery, type ReadQuery } from "./query.js";
import { json, JSON_TYPE, type Reply } from "./reply.js";
import { resources } from "./rules/index.js";
import { complaints } from "./validation.js";

export interface ApiOptions {
  readonly strictQuery: boolean;
  readonly lenientQuery: boolean;
  readonly unofficial: boolean;
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
}

/** What a request brings along through the router. */
interface Exchange {
  readonly viewer: Viewer;
  readonly query: ReadQuery;
  readonly body: ReadBody;
}

interface Served {
  readonly contract: Contract;
  readonly router: OpenAPIBackend;
}

export class Api {
  private readonly served = new Map<Version, Served>();

  constructor(
    private readonly company: () => Company,
    private readonly bearer: (token: string) => Viewer | undefined,
    private readonly options: ApiOptions,
  ) {}

  /** Throws a refusal; anything else that is thrown is a defect of the sandbox. */
  async answer(request: ApiRequest): Promise<Reply> {
    const [, api, asked = "", ...rest] = request.path.split("/");
    const version = servedVersion(asked);
    if (api !== "api" || version === undefined) throw notFound();
    const { contract, router } = await this.serve(version);
    const target = {
      method: request.method,
      path: `/api/${version}/${rest.join("/")}`,
      headers: plainHeaders(request),
    };
    const operation = contract.operations.get(router.matchOperation(target)?.operationId ?? "");
    if (!operation) throw notFound();
    const query = readQuery(request.search, operation.query, this.options.lenientQuery ? "drop" : "show");
    const viewer = identify(
      this.company(),
      { apiKey: request.headers["x-api-key"], authorization: request.headers.authorization },
      this.bearer,
    );
    if (!viewer) throw unauthenticated();
    const exchange: Exchange = { viewer, query, body: await readBody(request, operation) };
    // The router copies the query before it turns texts into numbers; ours keeps every digit. Its type
    // knows texts and lists only, and it takes the nested filters all the same.
    const routed = {
      ...target,
      query: { ...query.plain } as Record<string, string>,
      body: exchange.body.plain,
    };
    const reply: unknown = await router.handleRequest(routed, exchange);
    if (!isReply(reply)) throw new Error(`The router gave no reply for ${operation.id}`);
    return reply;
  }

  private async serve(version: Version): Promise<Served> {
    const known = this.served.get(version);
    if (known) return known;
    const contract = loadContract(version, this.options);
    const router = await this.route(contract);
    const served = { contract, router };
    this.served.set(version, served);
    return served;
  }

  private async route(contract: Contract): Promise<OpenAPIBackend> {
    const handlers = handlersOf(contract, resources);
    const router = new OpenAPIBackend({
      // our own description of the same format; the library's type is a union over all its versions
      definition: contract.document as unknown as Document,
      // Validators are compiled when first used, so that starting takes no time.
      quick: true,
      // The contract is known to be sound, and checking its schemas would take longer than compiling them.
      ajvOpts: { allErrors: true, validateSchema: false, meta: false, code: { optimize: false } },
      handlers: {
        notFound: () => refuse(notFound()),
        methodNotAllowed: () => refuse(notFound()),
        validationFail: (context: Context) =>
          refuse(malformed(...complaints(context.validation.errors ?? []))),
      },
      // Who asks is known before a request gets to the router, which wants to hear it all the same.
      securityHandlers: { apikey: () => true, oauth2: () => true },
    });
    await router.init();
    const operations = router.router.getOperations();
    // The library lists all operations anew for every step of every request.
    router.router.getOperations = () => operations;
    for (const operation of contract.operations.values()) {
      const handler = handlers.get(operation.id);
      if (handler) router.registerHandler(operation.id, this.handle(contract, operation, handler));
    }
    return router;
  }

  private handle(contract: Contract, operation: Operation, handler: Handler) {
    const write = answerRecords(operation.answer, contract.document);
    return (context: Context<unknown, { id?: string }>, { viewer, query, body }: Exchange): Reply => {
      const company = this.company();
      const { id = "" } = context.request.params;
      const call = new Call(company, viewer, contract.version, operation, id, query.query, body.body);
      const reads = operation.kind === "list" || operation.kind === "get";
      const outcome: Outcome = reads ? handler(call) : company.transaction(() => handler(call));
      return { status: operation.answer.status, headers: JSON_TYPE, body: write(outcome) };
    };
  }
}

async function readBody(request: ApiRequest, operation: Operation): Promise<ReadBody> {
  if (!operation.body) return { plain: undefined, body: new Body({}) };
  const type = request.headers["content-type"] ?? "";
  if (operation.body.type === "multipart") {
    if (!type.startsWith("multipart/form-data"))
      throw malformed("The content type must be multipart/form-data");
    return await readForm(request.bytes, type, operation.body.schema);
  }
  if (request.bytes.length > 0 && !type.startsWith("application/json")) {
    throw malformed("The content type must be application/json");
  }
  return readJson(request.bytes, operation.body.schema);
}

function plainHeaders(request: ApiRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers[name] = value;
  return headers;
}

function refuse(refusal: Refusal): Reply {
  return json(refusal.status, refusal.body, refusal.headers);
}

function isReply(value: unknown): value is Reply {
  return (
    typeof value === "object" && value !== null && "status" in value && "body" in value && "headers" in value
  );
}
