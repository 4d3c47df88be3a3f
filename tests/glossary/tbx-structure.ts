/**
 * The core structure of TBX version 3 and the rules of TBX-Basic in DCA style, as far as our export uses them: written
 * down from the RELAX NG and Schematron files that LTAC Global publishes (github.com/LTAC-Global/TBX-Basic_dialect,
 * `DCA/TBXcoreStructV03_TBX-Basic_integrated.rng` and `DCA/TBX-Basic_DCA.sch`). They name no licence, so they are not
 * kept here.
 */
interface Rule {
  /** Children in order, as a pattern over their names, each followed by a space. */
  children: RegExp;
  attributes: string[];
  /** Those of them that must be there. */
  required?: string[];
  /** Whether text may stand in it. */
  text?: true;
}

const AUX = '(?:(?:admin|adminGrp|descrip|descripGrp|note|ref|transacGrp|xref) )*';

const RULES: Record<string, Rule> = {
  tbx: {
    children: /^tbxHeader text $/,
    attributes: ['type', 'style', 'xml:lang', 'xmlns'],
    required: ['type', 'style', 'xml:lang'],
  },
  tbxHeader: { children: /^fileDesc (?:encodingDesc )?(?:revisionDesc )?$/, attributes: [] },
  fileDesc: { children: /^(?:titleStmt )?(?:publicationStmt )?(?:sourceDesc )+$/, attributes: [] },
  sourceDesc: { children: /^(?:p )+$/, attributes: [] },
  p: { children: /^$/, attributes: ['type'], text: true },
  text: { children: /^body (?:back )?$/, attributes: [] },
  body: { children: /^(?:conceptEntry )+$/, attributes: [] },
  conceptEntry: { children: new RegExp(`^${AUX}(?:langSec )+$`), attributes: ['id'] },
  langSec: {
    children: new RegExp(`^${AUX}(?:termSec )+$`),
    attributes: ['xml:lang'],
    required: ['xml:lang'],
  },
  termSec: { children: new RegExp(`^term (?:(?:termNote|termNoteGrp) )*${AUX}$`), attributes: [] },
  term: { children: /^$/, attributes: [], text: true },
  termNote: { children: /^$/, attributes: ['type'], required: ['type'], text: true },
  descripGrp: {
    children: /^descrip (?:(?:admin|adminGrp|descripNote|note|ref|transacGrp|xref) )*$/,
    attributes: [],
  },
  descrip: { children: /^$/, attributes: ['type'], required: ['type'], text: true },
  admin: { children: /^$/, attributes: ['type'], required: ['type'], text: true },
  note: { children: /^$/, attributes: [], text: true },
};

/** Where each data category may stand (groups are looked through), and the values that it may have. */
const CATEGORIES: Record<string, { levels: string[]; values?: RegExp }> = {
  'termNote termType': {
    levels: ['termSec'],
    values: /^(?:fullForm|acronym|abbreviation|shortForm|variant|phrase)$/,
  },
  'termNote administrativeStatus': {
    levels: ['termSec'],
    values: /^(?:admitted|deprecated|superseded|preferred)Term-admn-sts$/,
  },
  'descrip subjectField': { levels: ['conceptEntry'] },
  'descrip definition': { levels: ['conceptEntry', 'langSec'] },
  'descrip context': { levels: ['termSec'] },
  'admin projectSubset': { levels: ['termSec'] },
  'admin source': { levels: ['conceptEntry', 'langSec', 'termSec'] },
};

/** Every departure of a document from the structure, one sentence each. */
export function tbxFaults(root: Element): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const visit = (element: Element) => {
    const rule = RULES[element.localName];
    const where = `${element.localName} in ${element.parentElement?.localName}`;
    if (element.namespaceURI !== 'urn:iso:std:iso:30042:ed-2') faults.push(`${where}: another namespace`);
    if (!rule) return faults.push(`${where}: not known`);
    const children = [...element.children];
    const names = children.map((child) => `${child.localName} `).join('');
    if (!rule.children.test(names)) faults.push(`${where}: holds ${names}`);
    for (const { name } of element.attributes)
      if (!rule.attributes.includes(name)) faults.push(`${where}: has ${name}`);
    for (const name of rule.required ?? [])
      if (!element.hasAttribute(name)) faults.push(`${where}: lacks ${name}`);
    const text = children.length === 0 ? (element.textContent ?? '').trim() : '';
    if (rule.text ? text === '' : text !== '') faults.push(`${where}: text “${text}”`);
    const type = element.getAttribute('type');
    if (type !== null && element.localName !== 'tbx') {
      const category = CATEGORIES[`${element.localName} ${type}`];
      const parent = element.parentElement;
      const level = (parent?.localName.endsWith('Grp') ? parent.parentElement : parent)?.localName ?? '';
      if (!category) faults.push(`${where}: type ${type} is not known`);
      else if (!category.levels.includes(level)) faults.push(`${where}: ${type} at ${level}`);
      else if (category.values && !category.values.test(text)) faults.push(`${where}: ${type} is ${text}`);
    }
    const id = element.getAttribute('id');
    if (id !== null && (ids.has(id) || !/^[A-Za-z_][\w.-]*$/.test(id))) faults.push(`${where}: id ${id}`);
    if (id !== null) ids.add(id);
    for (const child of children) visit(child);
  };
  visit(root);
  if (root.getAttribute('type') !== 'TBX-Basic' || root.getAttribute('style') !== 'dca')
    faults.push('another dialect');
  return faults;
}
