/** What the code editor knows of JSON, beside the page. */
export * as worker from 'monaco-editor/languages/features/json/json.worker';
