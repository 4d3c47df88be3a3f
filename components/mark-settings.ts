import type { Settings } from '@/utils/ext/settings';
import type { MarkKind } from '@/utils/lang/marks';

/** The setting that lets a kind of set phrase be marked. */
export const MARK_SETTINGS = {
  slogan: 'markSlogan',
  institution: 'markInstitution',
  numeric: 'markNumeric',
  metaphor: 'markMetaphor',
} as const satisfies Record<MarkKind, keyof Settings>;
