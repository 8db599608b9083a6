import * as vscode from "vscode";
import type { Resource } from "../api/resource";
import { nameOfResource } from "../resources/any-client";
import { customResourceSchemas } from "../resources/custom-resources/custom-resource-schemas";
import { assetCategories } from "../resources/it-management/asset-categories";
import { itAssetModels } from "../resources/it-management/it-asset-models";
import { itAssets } from "../resources/it-management/it-assets";
import { companyEmployeeScoreScales } from "../resources/performance/company-employee-score-scales";
import { employeeScoreScales } from "../resources/performance/employee-score-scales";
import { reviewProcessCustomTemplates } from "../resources/performance/review-process-custom-templates";
import { reviewProcesses } from "../resources/performance/review-processes";
import { projects } from "../resources/project-management/projects";
import type { Session } from "../session/session";
import type { Branch } from "./branch";
import { assetFilters, companyFilters, projectFilters, reviewFilters, type FilterKind } from "./filters";
import { ASSET_GROUPINGS, REVIEWS_BY_STATUS, type Grouping } from "./groupings";
import { integrationsBranch } from "./integrations";
import { listBranch } from "./list-branch";

export type ViewName = "projects" | "reviews" | "assets" | "company";

/** A view that is a list, or that has several below groups, or both. */
export interface ViewSpec {
  readonly name: ViewName;
  readonly main?: MainList;
  /** What its lists can be narrowed by; a list that has no such input shows all. */
  readonly filters: () => readonly FilterKind[];
  /** Of the box that asks for a filter. */
  readonly filterTitle: () => string;
  /** Makes a group that stands at the top, below the main list. */
  readonly groups: readonly ((session: Session, viewId: string) => Branch)[];
}

export interface MainList {
  readonly resource: Resource;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly label: () => string;
  readonly empty: () => string;
  /** Said where a filter, given in words, finds nothing. */
  readonly noMatch: (words: string) => string;
  /** Ways to group it; the first is the default. None: the records are the view's rows. */
  readonly groupings: readonly Grouping[];
}

export const VIEWS: readonly ViewSpec[] = [
  {
    name: "projects",
    filters: projectFilters,
    filterTitle: () => vscode.l10n.t("Filter Projects"),
    main: {
      resource: projects,
      // Counting the minutes of each project is slow.
      query: { include_inputed_minutes: false },
      label: () => vscode.l10n.t("Projects"),
      empty: () => vscode.l10n.t("No projects that this account may see."),
      noMatch: (words) => vscode.l10n.t("No project matches {0}.", words),
      groupings: [],
    },
    groups: [],
  },
  {
    name: "reviews",
    filters: reviewFilters,
    filterTitle: () => vscode.l10n.t("Filter Reviews"),
    main: {
      resource: reviewProcesses,
      label: () => vscode.l10n.t("Review processes"),
      empty: () => vscode.l10n.t("No review processes."),
      noMatch: (words) => vscode.l10n.t("No review process matches {0}.", words),
      groupings: [REVIEWS_BY_STATUS],
    },
    groups: [
      group(reviewProcessCustomTemplates, () => ({
        label: vscode.l10n.t("Templates"),
        empty: vscode.l10n.t("Nobody has saved a template."),
      })),
      group(employeeScoreScales, () => ({
        label: vscode.l10n.t("Score scales"),
        empty: vscode.l10n.t("No score scales."),
      })),
      group(companyEmployeeScoreScales, () => ({
        label: vscode.l10n.t("The company's scale"),
        empty: vscode.l10n.t("The company has not chosen a scale."),
      })),
    ],
  },
  {
    name: "assets",
    filters: assetFilters,
    filterTitle: () => vscode.l10n.t("Filter Assets"),
    main: {
      resource: itAssets,
      label: () => vscode.l10n.t("Assets"),
      empty: () => vscode.l10n.t("No assets."),
      noMatch: (words) => vscode.l10n.t("No asset matches {0}.", words),
      groupings: ASSET_GROUPINGS,
    },
    groups: [
      group(itAssetModels, () => ({
        label: vscode.l10n.t("Models"),
        empty: vscode.l10n.t("No asset models."),
      })),
      group(assetCategories, () => ({
        label: vscode.l10n.t("Categories"),
        empty: vscode.l10n.t("No asset categories."),
      })),
    ],
  },
  {
    name: "company",
    filters: companyFilters,
    filterTitle: () => vscode.l10n.t("Filter Company"),
    groups: [
      group(customResourceSchemas, () => ({
        label: vscode.l10n.t("Custom resources"),
        empty: vscode.l10n.t("The company has no custom resources."),
      })),
      (session, viewId) => integrationsBranch(session, `${viewId}/integrations`),
    ],
  },
];

/** A group at the top that holds the whole list of a resource. */
function group(
  resource: Resource,
  texts: () => { readonly label: string; readonly empty: string },
): ViewSpec["groups"][number] {
  const name = nameOfResource(resource);
  return (session, viewId) =>
    listBranch(session, {
      ...texts(),
      id: `${viewId}/${name}`,
      resource,
      context: `group ${name}`,
      adopts: () => true,
    });
}
