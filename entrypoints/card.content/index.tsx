import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { defineContentScript } from '#imports';
import { CARD_TEXTS } from '@/components/card-texts';
import controls from '@/components/controls.css?inline';
import entry from '@/components/entry.css?inline';
import { HoverCard } from '@/components/HoverCard';
import { readAhead } from '@/components/text';
import theme from '@/components/theme.css?inline';
import { provideCardProgram } from '@/entrypoints/reader.content/card-program';
import cardCss from './card.css?inline';
import { placeCard } from './place';

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    readAhead(CARD_TEXTS);
    provideCardProgram({
      css: theme + controls + entry + cardCss,
      mount(card) {
        const root = createRoot(card);
        // Drawn within the event that asked for it, so that it is painted with the next frame.
        return (props) => flushSync(() => root.render(props && <HoverCard {...props} />));
      },
      place: placeCard,
    });
  },
});
