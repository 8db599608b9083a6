/** What the log keeps of a request's body: enough to see what went over the wire, and no secrets. */

export interface LoggedBody {
  /** JSON parsed; of a form its fields by name; any other text as it is. */
  readonly body: unknown;
  /** As it came, every digit of it; nothing of a form, whose files needn't be text. */
  readonly text: string | undefined;
}

/** A file of a form. */
export interface LoggedFile {
  readonly name: string;
  readonly size: number;
}

interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
}

export async function loggedBody({ path, headers, bytes }: Request): Promise<LoggedBody> {
  // The OAuth routes get secrets, and nothing else of interest.
  if (bytes.length === 0 || path.startsWith("/oauth/")) return { body: undefined, text: undefined };
  const type = headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return { body: await formFields(bytes, type), text: undefined };
  const text = bytes.toString("utf8");
  return { body: type.startsWith("application/json") ? parsed(text) : text, text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One value by field, or all of them where the name says that it is a list. */
async function formFields(bytes: Buffer, type: string): Promise<unknown> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  } catch {
    return "not a form";
  }
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).map(loggedValue);
    fields[name] = name.endsWith("[]") || values.length > 1 ? values : values[0];
  }
  return fields;
}

function loggedValue(value: FormDataEntryValue): string | LoggedFile {
  return typeof value === "string" ? value : { name: value.name, size: value.size };
}
