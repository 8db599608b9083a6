/** The day so many days before another one; both `YYYY-MM-DD`. */
export function daysBefore(day: string, count: number): string {
  const milliseconds = Date.parse(day) - count * 24 * 60 * 60 * 1000;
  return new Date(milliseconds).toISOString().slice(0, 10);
}
