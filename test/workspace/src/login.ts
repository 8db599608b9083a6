/** Whether this person may come in. */
export function mayLogIn(person: { active: boolean; passwordMatches: boolean }): boolean {
  return person.active && person.passwordMatches;
}
