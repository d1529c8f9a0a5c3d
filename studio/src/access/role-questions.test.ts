import { describe, expect, it } from 'vitest';

import { changeWords, wantsAsking } from './role-questions.ts';

describe('a change of role', () => {
  it('asks first when it is one’s own, or gives or takes ownership', () => {
    expect(wantsAsking({ isMe: false, from: 'viewer', to: 'admin' })).toBe(false);
    expect(wantsAsking({ isMe: true, from: 'admin', to: 'viewer' })).toBe(true);
    expect(wantsAsking({ isMe: false, from: 'editor', to: 'owner' })).toBe(true);
    expect(wantsAsking({ isMe: false, from: 'owner', to: 'editor' })).toBe(true);
  });

  it('says that an owner loses the other projects, and that one cannot raise oneself again', () => {
    const words = changeWords({ isMe: true, from: 'owner', to: 'editor' }, 'Ada', 'Finance');
    expect(words[0]).toBe('You are then Editor in “Finance” and in no other project.');
    expect(words.at(-1)).toBe('Only somebody else can give your role back to you.');
    expect(changeWords({ isMe: false, from: 'owner', to: 'viewer' }, 'Bob', 'Main')).toHaveLength(
      2,
    );
  });

  it('says what an owner may', () => {
    const [only] = changeWords({ isMe: false, from: 'viewer', to: 'owner' }, 'Bob', 'Main');
    expect(only).toContain('Bob may then do everything in every project');
  });
});
