import { RE2JS } from 're2js';

/**
 * Stands in for RegExp inside jsonata: the same `exec` and `lastIndex`, but with RE2's linear-time
 * matching, because a backtracking pattern can hold a process for minutes and nothing can stop it.
 */
export class LinearRegExp {
  lastIndex = 0;
  private readonly engine: RE2JS;

  constructor(source: RegExp) {
    let flags = 0;
    if (source.ignoreCase) flags |= RE2JS.CASE_INSENSITIVE;
    if (source.multiline) flags |= RE2JS.MULTILINE;
    if (source.dotAll) flags |= RE2JS.DOTALL;
    this.engine = RE2JS.compile(source.source, flags);
  }

  exec(text: string): (string[] & { index: number }) | null {
    const matcher = this.engine.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    const groups = Array.from(
      { length: matcher.groupCount() + 1 },
      (_, i) => matcher.group(i) ?? '',
    );
    this.lastIndex = matcher.end();
    return Object.assign(groups, { index: matcher.start() });
  }
}
