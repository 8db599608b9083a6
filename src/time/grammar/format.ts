/** Minutes as the grammar itself would accept them: `1h30`, `1h05`, `45m`, `8h`; `0m` and `-1h30` for totals. */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  const sign = minutes < 0 && whole > 0 ? "-" : "";
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${sign}${rest}m`;
  if (rest === 0) return `${sign}${hours}h`;
  return `${sign}${hours}h${String(rest).padStart(2, "0")}`;
}

/** Minutes since midnight as `HH:MM`. */
export function formatClock(minutesOfDay: number): string {
  const hours = String(Math.floor(minutesOfDay / 60)).padStart(2, "0");
  return `${hours}:${String(minutesOfDay % 60).padStart(2, "0")}`;
}
