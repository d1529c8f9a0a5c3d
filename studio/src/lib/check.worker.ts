import { checkMapping, type MappingKnowledge } from '@patchbay/shared/mapping';

import { answerQuestions } from './answer-questions.ts';
import type { Checked } from './check-apart.ts';

answerQuestions((text: string, knowledge: MappingKnowledge): Checked => {
  const { findings, output } = checkMapping(text, knowledge);
  return { findings, output };
});
