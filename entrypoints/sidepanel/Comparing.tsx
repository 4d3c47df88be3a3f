import { useMemo, useRef, useState } from 'react';
import { CompareWith, type OtherArticle } from '@/components/CompareWith';
import { ComparisonView } from '@/components/ComparisonView';
import { download } from '@/components/download';
import type { StatusLine } from '@/components/Status';
import { t } from '@/components/text';
import { forgetArticle } from '@/utils/ext/kept-articles';
import type { PanelArticle } from '@/utils/ext/panel-feed';
import { comparisonCsv } from '@/utils/glossary/formats/comparison';
import type { DigestPhrase } from '@/utils/lang/digest';
import { compareCounts, countsOf, type PhraseCounts } from '@/utils/lang/digest-comparison';
import { comparisonText } from '@/utils/lang/digest-text';
import { newTermFinder } from './use-digest';
import { articleOf, useOthers } from './use-others';

interface ComparingProps {
  tab: number | null;
  article: PanelArticle;
  phrases: readonly DigestPhrase[];
  onStatus(line: StatusLine): void;
}

/** What is known of an article that was chosen. */
interface Found {
  citation: string;
  counts: PhraseCounts;
}

/** The article here beside another one: choose it, read the table, take it along. */
export function Comparing({ tab, article, phrases, onStatus }: ComparingProps) {
  const { open, kept, look } = useOthers(tab);
  const [chosen, setChosen] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const last = useRef(0);

  const others: (OtherArticle & { find(): Promise<Found> })[] = [
    ...open.map(({ tabId, headline, paper, date }) => ({
      // A tab that has gone to another article is another choice.
      key: `tab ${tabId} ${headline}`,
      headline,
      source: [paper, date].filter(Boolean).join(' · '),
      find: async () => {
        const { blocks, citation } = await articleOf(tabId);
        return { citation, counts: countsOf(await newTermFinder().phrasesOf(blocks)) };
      },
    })),
    ...kept.map(({ id, headline, paper, date, citation, counts }) => ({
      key: `kept ${id}`,
      headline,
      source: [paper, date].filter(Boolean).join(' · '),
      find: async () => ({ citation, counts }),
      onForget: () => void forgetArticle(id),
    })),
  ];
  const other = others.find(({ key }) => key === chosen);
  const comparison = useMemo(() => found && compareCounts(countsOf(phrases), found.counts), [found, phrases]);

  const choose = async (key: string) => {
    const count = ++last.current;
    setChosen(key);
    setFound(null);
    try {
      const wanted = await others.find((each) => each.key === key)?.find();
      // Another one may have been chosen meanwhile.
      if (count === last.current && wanted) setFound(wanted);
    } catch {
      if (count !== last.current) return;
      setChosen('');
      onStatus({ text: t('panel_other_gone'), bad: true });
      look();
    }
  };

  return (
    <CompareWith others={others} chosen={chosen} onChoose={(key) => void choose(key)}>
      {other && found === null && (
        <p className="soft" aria-busy="true">
          {t('panel_waiting')}
        </p>
      )}
      {other && found && comparison && (
        <>
          <ComparisonView comparison={comparison} here={article.headline} there={other.headline} />
          <div className="digest-actions">
            <button
              type="button"
              className="button"
              data-part="copy-comparison"
              onClick={() =>
                navigator.clipboard
                  .writeText(comparisonText(comparison, article.citation, found.citation))
                  .then(
                    () => onStatus({ text: t('panel_copied') }),
                    () => onStatus({ text: t('panel_copy_failed'), bad: true }),
                  )
              }
            >
              {t('panel_copy_text')}
            </button>
            <button
              type="button"
              className="button"
              data-part="export-comparison"
              onClick={() =>
                download(
                  'tifa-comparison.csv',
                  'text/csv',
                  comparisonCsv(comparison, article.headline, other.headline),
                )
              }
            >
              {t('panel_export_csv')}
            </button>
          </div>
        </>
      )}
    </CompareWith>
  );
}
