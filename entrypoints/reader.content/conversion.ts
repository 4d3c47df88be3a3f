import { sendMessage } from '@/utils/ext/messages';
import type { ConversionTarget } from '@/utils/lang/variant';
import { isGone } from './errors';

/** Texts in another script, by the background. After an update of the extension a page that goes on changing is left as it is. */
export async function convert(
  texts: string[],
  target: ConversionTarget,
  from: ConversionTarget | undefined,
): Promise<string[]> {
  try {
    return await sendMessage('convert', from ? { texts, target, from } : { texts, target });
  } catch (error) {
    if (isGone()) return texts;
    throw error;
  }
}
