// Before the first paint, so that no page flashes in the theme of the system: as lib/theme.ts keeps it.
document.documentElement.dataset.theme = localStorage.getItem('patchbay.theme') ?? 'system';
