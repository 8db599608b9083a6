import * as vscode from "vscode";
import { withoutIcons } from "../commands/messages";
import type { Accounts } from "./accounts";
import type { Account } from "./stored-account";
import { accountDetail, accountLabel } from "./texts";

/** Asks for one of the accounts that this window can use, or for another one; undefined when the person leaves. */
export async function switchAccount(
  accounts: Accounts,
  signIn: (again?: Account) => Promise<Account | undefined>,
): Promise<Account | undefined> {
  const active = await accounts.activeAccount();
  const rows = (await accounts.usable()).map((account) => ({
    label: withoutIcons(accountLabel(account)),
    description: account.id === active?.id ? vscode.l10n.t("this window") : "",
    detail: accountDetail(account),
    account,
  }));
  const another = { label: vscode.l10n.t("$(add) Sign In to Another Company…"), account: undefined };
  const picked = await vscode.window.showQuickPick([...rows, another], {
    title: vscode.l10n.t("Switch Company"),
    placeHolder: vscode.l10n.t("The company that this window works with"),
    matchOnDetail: true,
  });
  if (!picked) return undefined;
  if (!picked.account) return signIn();
  if (picked.account.ended) return signIn(picked.account);
  await accounts.switchAccount(picked.account);
  return picked.account;
}
