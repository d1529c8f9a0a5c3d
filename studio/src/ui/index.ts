/**
 * ui: our components, over Base UI and the tokens of styles.css. They know no room and fetch
 * nothing; `/ui` in dev shows every one in every state.
 */
export * from './badge.tsx';
export * from './button.tsx';
export * from './checkbox.tsx';
export * from './combobox.tsx';
export * from './confirm-dialog.tsx';
export * from './connector-icon.tsx';
export * from './copy-line.tsx';
export * from './cx.ts';
export * from './dialog.tsx';
export * from './empty-state.tsx';
export * from './field.tsx';
export * from './icon-button.tsx';
export * from './input.tsx';
export * from './json-view.tsx';
export type { JsonRow } from './json-rows.ts';
export * from './kbd.tsx';
export * from './locked.tsx';
export * from './menu.tsx';
export * from './monogram-tile.tsx';
export * from './number-field.tsx';
export * from './page.tsx';
export * from './panel.tsx';
export * from './popover.tsx';
export * from './popup.ts';
export * from './problem-note.tsx';
export * from './search-input.tsx';
export * from './select.tsx';
export * from './spinner.tsx';
export * from './status-glyph.tsx';
export * from './status-words.ts';
export * from './switch.tsx';
export * from './tabs.tsx';
export * from './time-ago.tsx';
export * from './toast.tsx';
export * from './tooltip.tsx';
