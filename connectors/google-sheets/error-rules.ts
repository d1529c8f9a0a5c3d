import { googleErrors } from '#sdk';

const API = {
  api: 'the Google Sheets API and the Google Drive API',
  library: 'sheets.googleapis.com',
};

export const errorRules = googleErrors(API, [
  {
    when: { status: [403] },
    title: 'Not shared with this account',
    hint: 'Share the spreadsheet with the account of the connection, as an editor if the step writes.',
  },
  {
    when: { status: [404] },
    title: 'No such spreadsheet',
    hint: 'Choose the spreadsheet again: it was deleted, or the id is not right.',
  },
  {
    when: { status: [400], says: 'unable to parse range' },
    title: 'Range not understood',
    hint: 'Check the name of the sheet and the cells, such as Orders!A2:D20. Put a name with blanks into single quotes.',
  },
  {
    when: { status: [400], says: 'exceeds grid limits' },
    title: 'Outside of the sheet',
    hint: 'The sheet has fewer rows or columns than the range: choose cells within it.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Google allows 60 requests a minute and user: write several rows in one step, or wait.',
  },
]);
