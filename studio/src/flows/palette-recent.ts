const KEY = 'patchbay.recentSteps';
const MOST = 5;

/** Ids of what this person added lately, newest first. */
export function recentSteps(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberStep(id: string): void {
  const plain = id.replace(/^(Suggested next|Recent) /, '');
  const next = [plain, ...recentSteps().filter((one) => one !== plain)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A full or forbidden storage only costs the list of recent steps.
  }
}
