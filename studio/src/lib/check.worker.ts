import { checkMapping, type Finding, type MappingKnowledge } from '@patchbay/shared/mapping';

import { answerQuestions } from './answer-questions.ts';

answerQuestions(
  (text: string, knowledge: MappingKnowledge): readonly Finding[] =>
    checkMapping(text, knowledge).findings,
);
