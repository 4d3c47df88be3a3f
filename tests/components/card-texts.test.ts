import { expect, test } from 'vitest';
import { CARD_TEXTS } from '@/components/card-texts';
import messages from '@/public/_locales/en/messages.json';

test('the texts that a page must have ahead are all those of the card, its keys, notices and relations', () => {
  const inCatalogue = Object.keys(messages).filter((key) => /^(card|key|notice|relation|usage)_/.test(key));
  expect([...CARD_TEXTS].sort()).toEqual(inCatalogue.sort());
});
