import { microsoftErrors } from '#sdk';

export const errorRules = microsoftErrors([
  {
    when: { status: [403], code: 'EditModeAccessDenied' },
    title: 'Only to read',
    hint: 'Give the account the right to edit the workbook, or check that it is not marked as final.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'Share the workbook with the account of the connection; an administrator may have to consent to its rights.',
  },
  {
    when: { status: [404], code: 'itemNotFound' },
    title: 'No such workbook',
    hint: 'Choose the drive and the workbook again: it was moved or deleted.',
  },
  {
    when: { status: [404] },
    title: 'Nothing of this name in the workbook',
    hint: 'Check the names of the worksheet, the table and the columns, and the index of the row.',
  },
  {
    when: { status: [400], code: 'InvalidArgument' },
    title: 'Range and values do not fit',
    hint: 'The list of rows must have exactly as many rows and cells as the range.',
    kind: 'invalid_input',
  },
  {
    when: { status: [409, 423] },
    title: 'The workbook is busy',
    hint: 'Somebody has locked it, or it changed meanwhile. Patchbay tries again.',
    kind: 'unavailable',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again. Write one workbook from one place at a time.',
  },
  {
    when: { status: [502, 503, 504] },
    title: 'Excel takes too long',
    hint: 'Patchbay tries again. Large workbooks with many formulas need smaller ranges.',
  },
]);
