// npm run dict: builds every table under public/dict from its sources.
import { buildDictionary } from './dictionary';
import { buildVariant } from './variant';

await buildDictionary();
await buildVariant();
