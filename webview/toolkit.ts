// The one file that names the component library: it registers what is in use, and makes elements of it.
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextArea,
  vsCodeTextField,
  type Button,
  type Checkbox,
  type Dropdown,
  type Option,
  type ProgressRing,
  type TextArea,
  type TextField,
} from "@vscode/webview-ui-toolkit";

export type { Button, Checkbox, Dropdown, TextArea, TextField };

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeProgressRing(),
  vsCodeTextArea(),
  vsCodeTextField(),
);

declare global {
  interface HTMLElementTagNameMap {
    "vscode-button": Button;
    "vscode-checkbox": Checkbox;
    "vscode-dropdown": Dropdown;
    "vscode-option": Option;
    "vscode-progress-ring": ProgressRing;
    "vscode-text-area": TextArea;
    "vscode-text-field": TextField;
  }
}

export function button(): Button {
  return document.createElement("vscode-button");
}

export function checkbox(): Checkbox {
  return document.createElement("vscode-checkbox");
}

export function dropdown(): Dropdown {
  return document.createElement("vscode-dropdown");
}

export function option(): Option {
  return document.createElement("vscode-option");
}

export function progressRing(): ProgressRing {
  return document.createElement("vscode-progress-ring");
}

export function textArea(): TextArea {
  return document.createElement("vscode-text-area");
}

export function textField(): TextField {
  return document.createElement("vscode-text-field");
}
