import type { Resource } from "../../src/api/resource";

export type ViewName = "projects" | "time" | "reviews" | "assets" | "company";

export interface View {
  readonly name: ViewName;
  readonly icon: string;
  /** Factorial's modules whose records it shows. */
  readonly modules: readonly string[];
  /** The list that it is: the resource's name in the catalogue. */
  readonly list?: string;
  /** Other lists, by the resource's name, and the groups that lead to them. */
  readonly groups: Readonly<Record<string, string>>;
  /** The command that makes what the view shows, where there is one. */
  readonly primary?: string;
  /** How much of the height it has at first, beside the others that are not folded. */
  readonly size?: number;
  /** Folded until somebody unfolds it: nobody pays for what is not looked at. */
  readonly folded: boolean;
  /** One module's permission decides over all of it: without that, its commands are not offered. */
  readonly asOne: boolean;
}

export const VIEWS: readonly View[] = [
  {
    name: "projects",
    icon: "media/factorial.svg",
    size: 2,
    modules: ["project_management", "tasks"],
    list: "projects",
    groups: {},
    primary: "factorial.projects.create",
    folded: false,
    asOne: false,
  },
  {
    name: "time",
    icon: "$(clock)",
    size: 1,
    modules: [],
    groups: {},
    primary: "factorial.chooseEmployee",
    folded: false,
    asOne: false,
  },
  {
    name: "reviews",
    icon: "$(checklist)",
    modules: ["performance"],
    list: "reviewProcesses",
    groups: {
      reviewProcessCustomTemplates: "Templates",
      employeeScoreScales: "Score scales",
      companyEmployeeScoreScales: "The company's scale",
    },
    primary: "factorial.reviewProcesses.create",
    folded: true,
    asOne: true,
  },
  {
    name: "assets",
    icon: "$(device-desktop)",
    modules: ["it_management"],
    list: "itAssets",
    groups: { itAssetModels: "Models", assetCategories: "Categories" },
    primary: "factorial.itAssets.create",
    folded: true,
    asOne: true,
  },
  {
    name: "company",
    icon: "$(briefcase)",
    modules: ["custom_resources", "integrations"],
    groups: {
      customResourceSchemas: "Custom resources",
      syncRuns: "Integrations › integration › Sync runs",
      syncableStates: "Integrations › integration › Things in sync",
    },
    folded: true,
    asOne: true,
  },
];

/** The view that shows a resource's module. */
export function viewOf({ module }: Resource): View | undefined {
  return VIEWS.find(({ modules }) => modules.includes(module));
}
