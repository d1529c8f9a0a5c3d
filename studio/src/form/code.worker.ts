/** What the code editor computes beside the page. */
export * as worker from 'monaco-editor/editor/editor.worker';
