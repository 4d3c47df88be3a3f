import type { Ritual } from '@/utils/lang/digest';
import { t } from './text';

/** How an article recites a ritual sequence: its members in their order, those that are missing, and the order met. */
export function RitualLine({ ritual: { members, missing, met, inOrder } }: { ritual: Ritual }) {
  const nameOf = (id: string) => members.find((member) => member.id === id)?.hans ?? id;
  return (
    <section className="ritual" data-part="ritual" data-missing={missing.join(' ')} data-in-order={inOrder}>
      <h2>{t('panel_ritual')}</h2>
      <p className="ritual-members" lang="zh-Hans">
        {members.map(({ id, hans }) => (
          <span key={id} className={missing.includes(id) ? 'absent' : undefined}>
            {hans}
          </span>
        ))}
      </p>
      <p className="soft">
        {missing.length === 0
          ? t('panel_ritual_whole')
          : t('panel_ritual_missing', missing.map(nameOf).join('、'))}{' '}
        {!inOrder && t('panel_ritual_order', met.map(nameOf).join('、'))}
      </p>
    </section>
  );
}
