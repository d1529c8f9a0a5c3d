const DAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

/** The times most people write, in words: "Workdays at 9:00". Others stay as they are written. */
export function cronWords(cron: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = '', ...more] = cron
    .trim()
    .split(/\s+/);
  if (more.length > 0 || month !== '*') return cron;
  const anyDay = day === '*' && weekday === '*';
  if (anyDay && hour === '*') return minutesWords(minute) ?? cron;
  if (!isNumber(minute, 59) || !isNumber(hour, 23)) return cron;
  const when = dayWords(day, weekday);
  return when ? `${when} at ${Number(hour)}:${minute.padStart(2, '0')}` : cron;
}

function minutesWords(minute: string): string | undefined {
  if (minute === '0') return 'Every hour';
  if (minute === '*' || minute === '*/1') return 'Every minute';
  const [, step] = /^\*\/(\d+)$/.exec(minute) ?? [];
  // What does not divide the hour begins anew with each one.
  return step && 60 % Number(step) === 0 ? `Every ${step} minutes` : undefined;
}

function dayWords(day: string, weekday: string): string | undefined {
  if (day === '*' && weekday === '*') return 'Every day';
  if (day === '*') return weekday === '1-5' ? 'Workdays' : weekdayWords(weekday);
  return weekday === '*' && isNumber(day, 31) ? `On day ${Number(day)} of the month` : undefined;
}

function weekdayWords(weekday: string): string | undefined {
  return isNumber(weekday, 7) ? DAYS[Number(weekday) % 7] : undefined;
}

function isNumber(text: string, most: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) <= most;
}
