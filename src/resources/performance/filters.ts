import * as z from "zod";
import { id } from "../../api/ids";

/**
 * Participants that an employee manages. Goes into the query as `…[manager_employee_id]=1`; 2026-04-01 takes an
 * object too and does not say how it is written, so it is written the same.
 */
export const managedByFilter = z.strictObject({ manager_employee_id: id, only_direct_reports: z.boolean() });
