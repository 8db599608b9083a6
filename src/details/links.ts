import * as vscode from "vscode";
import { addressUri, linksIn, readAddress } from "./address";

/** Links between records in the text editor, whatever VS Code's Markdown extension makes of them. */
export class RecordLinks implements vscode.DocumentLinkProvider {
  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const address = readAddress(document.uri);
    if (!address) return [];
    return linksIn(document.getText()).map(
      ({ start, end, record }) =>
        new vscode.DocumentLink(
          new vscode.Range(document.positionAt(start), document.positionAt(end)),
          addressUri({ accountId: address.accountId, ...record }),
        ),
    );
  }
}
