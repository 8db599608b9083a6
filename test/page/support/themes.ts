// What VS Code gives a webview of its themes, as far as the form uses it: Dark Modern, Light Modern, Dark High Contrast.

export const THEMES = ["dark", "light", "high-contrast"] as const;
export type Theme = (typeof THEMES)[number];

export const BODY_CLASSES: Readonly<Record<Theme, string>> = {
  dark: "vscode-dark",
  light: "vscode-light",
  "high-contrast": "vscode-high-contrast",
};

const SHARED = {
  "font-family": '"Droid Sans", "DejaVu Sans", sans-serif',
  "font-weight": "normal",
  "font-size": "13px",
};

const VARIABLES: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  dark: {
    foreground: "#cccccc",
    descriptionForeground: "#9d9d9d",
    errorForeground: "#f85149",
    focusBorder: "#0078d4",
    "editor-background": "#1f1f1f",
    "editor-foreground": "#cccccc",
    "editorError-foreground": "#f14c4c",
    "editorWarning-foreground": "#cca700",
    "input-background": "#313131",
    "input-border": "#3c3c3c",
    "input-foreground": "#cccccc",
    "input-placeholderForeground": "#989898",
    "inputOption-hoverBackground": "#5a5d5e80",
    "inputValidation-errorBackground": "#5a1d1d",
    "inputValidation-errorBorder": "#be1100",
    "inputValidation-warningBorder": "#b89500",
    "dropdown-background": "#313131",
    "dropdown-border": "#3c3c3c",
    "dropdown-foreground": "#cccccc",
    "checkbox-background": "#313131",
    "checkbox-border": "#3c3c3c",
    "button-background": "#0078d4",
    "button-border": "#ffffff12",
    "button-foreground": "#ffffff",
    "button-hoverBackground": "#026ec1",
    "button-secondaryBackground": "#313131",
    "button-secondaryForeground": "#cccccc",
    "button-secondaryHoverBackground": "#3c3c3c",
    "badge-background": "#616161",
    "badge-foreground": "#f8f8f8",
    "list-activeSelectionBackground": "#04395e",
    "list-activeSelectionForeground": "#ffffff",
    "charts-blue": "#59a4f9",
    "editorInfo-foreground": "#59a4f9",
    "list-hoverBackground": "#2a2d2e",
    "list-inactiveSelectionBackground": "#37373d",
    "progressBar-background": "#0078d4",
    "scrollbarSlider-background": "#79797966",
    "textBlockQuote-background": "#2b2b2b",
    "toolbar-hoverBackground": "#5a5d5e50",
    "widget-border": "#313131",
  },
  light: {
    foreground: "#3b3b3b",
    descriptionForeground: "#3b3b3b",
    errorForeground: "#f85149",
    focusBorder: "#005fb8",
    "editor-background": "#ffffff",
    "editor-foreground": "#3b3b3b",
    "editorError-foreground": "#e51400",
    "editorWarning-foreground": "#bf8803",
    "input-background": "#ffffff",
    "input-border": "#cecece",
    "input-foreground": "#3b3b3b",
    "input-placeholderForeground": "#767676",
    "inputOption-hoverBackground": "#b8b8b850",
    "inputValidation-errorBackground": "#f2dede",
    "inputValidation-errorBorder": "#be1100",
    "inputValidation-warningBorder": "#b89500",
    "dropdown-background": "#ffffff",
    "dropdown-border": "#cecece",
    "dropdown-foreground": "#3b3b3b",
    "checkbox-background": "#f8f8f8",
    "checkbox-border": "#cecece",
    "button-background": "#005fb8",
    "button-border": "#0000001a",
    "button-foreground": "#ffffff",
    "button-hoverBackground": "#0258a8",
    "button-secondaryBackground": "#e5e5e5",
    "button-secondaryForeground": "#3b3b3b",
    "button-secondaryHoverBackground": "#cccccc",
    "badge-background": "#cccccc",
    "badge-foreground": "#3b3b3b",
    "list-activeSelectionBackground": "#e8e8e8",
    "list-activeSelectionForeground": "#000000",
    "charts-blue": "#0063d3",
    "editorInfo-foreground": "#0063d3",
    "list-hoverBackground": "#f2f2f2",
    "list-inactiveSelectionBackground": "#e4e6f1",
    "progressBar-background": "#005fb8",
    "scrollbarSlider-background": "#64646466",
    "textBlockQuote-background": "#f8f8f8",
    "toolbar-hoverBackground": "#b8b8b850",
    "widget-border": "#e5e5e5",
  },
  // Has no colors for the ground of buttons and of what is chosen in lists: there are borders instead.
  "high-contrast": {
    foreground: "#ffffff",
    descriptionForeground: "#ffffff",
    errorForeground: "#f48771",
    focusBorder: "#f38518",
    contrastBorder: "#6fc3df",
    contrastActiveBorder: "#f38518",
    "editor-background": "#000000",
    "editor-foreground": "#ffffff",
    "editorError-foreground": "#f48771",
    "editorWarning-foreground": "#ffd370",
    "input-background": "#000000",
    "input-border": "#6fc3df",
    "input-foreground": "#ffffff",
    "input-placeholderForeground": "#ffffffb3",
    "inputValidation-errorBackground": "#000000",
    "inputValidation-errorBorder": "#6fc3df",
    "inputValidation-warningBorder": "#6fc3df",
    "charts-blue": "#59a4f9",
    "editorInfo-foreground": "#59a4f9",
    "dropdown-background": "#000000",
    "dropdown-border": "#6fc3df",
    "dropdown-foreground": "#ffffff",
    "checkbox-background": "#000000",
    "checkbox-border": "#6fc3df",
    "button-border": "#6fc3df",
    "button-foreground": "#ffffff",
    "button-secondaryForeground": "#ffffff",
    "badge-background": "#000000",
    "badge-foreground": "#ffffff",
    "progressBar-background": "#6fc3df",
    "scrollbarSlider-background": "#6fc3df99",
    "widget-border": "#6fc3df",
  },
};

/** The variables, and the rules that VS Code gives every webview. */
export function themeStyles(theme: Theme): string {
  const variables = Object.entries({ ...SHARED, ...VARIABLES[theme] })
    .map(([name, value]) => `--vscode-${name}: ${value};`)
    .join("\n");
  return `html { ${variables} background: var(--vscode-editor-background); }
body {
  background-color: transparent;
  color: var(--vscode-editor-foreground);
  font-family: var(--vscode-font-family);
  font-weight: var(--vscode-font-weight);
  font-size: var(--vscode-font-size);
  margin: 0;
  padding: 0 20px;
}
a:focus, input:focus, select:focus, textarea:focus {
  outline: 1px solid -webkit-focus-ring-color;
  outline-offset: -1px;
}`;
}
