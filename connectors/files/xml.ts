import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

import { defineAction, fileOf, fileOutput, invalidInput } from '#sdk';

import { encodingField, sourceFields, sourceText } from './source.ts';

const MOST_DEPTH = 200;
const NAMES = { attributeNamePrefix: '@', textNodeName: '#text', ignoreAttributes: false };

/** Reads an XML document. */
export const readXml = defineAction({
  title: 'Read an XML file',
  description:
    'Gives an XML document as JSON: attributes begin with @, text beside them is #text, a repeated element is a list.',
  tags: ['xml', 'parse', 'soap', 'import'],
  input: z.strictObject({
    ...sourceFields,
    lists: z.array(z.string()).default([]).meta({
      title: 'Always lists',
      description: 'Names of elements that are a list even when there is only one.',
      'x-order': 10,
    }),
    withoutPrefixes: z.boolean().default(false).meta({
      title: 'Leave out name space prefixes',
      'x-advanced': true,
      'x-order': 11,
    }),
    encoding: encodingField,
  }),
  output: z.object({ document: z.record(z.string(), z.any()).meta({ title: 'Document' }) }),
  sample: { text: '<order id="7"><line>Tea</line><line>Milk</line></order>' },
  sampleOutput: { document: { order: { '@id': '7', line: ['Tea', 'Milk'] } } },
  effects: { reads: true },
  run: async ({ input }) => {
    const text = sourceText(input, input.encoding, declaredEncoding);
    return { document: parseXml(text, input) };
  },
});

/** Writes an XML document. */
export const writeXml = defineAction({
  title: 'Write an XML file',
  description: 'Makes an XML document of JSON, in the way "Read an XML file" gives it.',
  tags: ['xml', 'export', 'soap'],
  input: z.strictObject({
    document: z.record(z.string(), z.any()).meta({
      title: 'Document',
      description: 'One field: the root element.',
      'x-order': 1,
    }),
    name: z.string().min(1).default('document.xml').meta({ title: 'Name', 'x-order': 2 }),
    indent: z.boolean().default(true).meta({ title: 'On several lines', 'x-order': 3 }),
  }),
  output: fileOutput,
  sample: { document: { order: { '@id': '7', line: ['Tea', 'Milk'] } } },
  effects: { reads: true },
  run: async ({ input: { document, name, indent } }) => {
    const builder = new XMLBuilder({ ...NAMES, format: indent, suppressEmptyNode: true });
    const body = builder.build(document);
    checkRoot(document);
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
    checkXml(text, 'document');
    return fileOf(name, Buffer.from(text), 'application/xml');
  },
});

function parseXml(
  text: string,
  { lists, withoutPrefixes }: { lists: string[]; withoutPrefixes: boolean },
): unknown {
  // Entities of a document's own can grow without bound or name files; nobody needs them for data.
  if (/<!ENTITY/i.test(text)) {
    throw invalidInput('The document defines entities, which are not read.', {
      hint: 'Ask its sender for a document without <!ENTITY …>.',
      field: 'file',
    });
  }
  checkXml(text, 'file');
  const parser = new XMLParser({
    ...NAMES,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    htmlEntities: true,
    removeNSPrefix: withoutPrefixes,
    maxNestedTags: MOST_DEPTH,
    isArray: (name, _path, _leaf, isAttribute) => !isAttribute && lists.includes(name),
  });
  try {
    return parser.parse(text);
  } catch (error) {
    throw notXml(error instanceof Error ? error.message : '', 'file');
  }
}

function checkXml(text: string, field: string): void {
  const result = XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (result === true) return;
  const { msg, line, col } = result.err;
  throw notXml(`${msg} (line ${line}, column ${col})`, field);
}

function checkRoot(document: Record<string, unknown>): void {
  const roots = Object.keys(document);
  if (roots.length === 1 && !Array.isArray(document[roots[0] ?? ''])) return;
  throw invalidInput('An XML document has exactly one root element.', {
    hint: 'Put everything into one field, such as { "order": { … } }.',
    field: 'document',
  });
}

function notXml(says: string, field: string): ReturnType<typeof invalidInput> {
  return invalidInput(`This is not well-formed XML: ${says.replace(/\.$/, '')}.`, {
    hint: 'Check that it is XML at all; HTML pages often are not.',
    field,
  });
}

function declaredEncoding(start: string): string | undefined {
  return /^\s*<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(start)?.[1];
}
