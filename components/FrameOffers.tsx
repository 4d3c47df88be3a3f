import { t } from './text';

interface FrameOffersProps {
  /** Hosts of the page's frames that may not be read yet. */
  hosts: string[];
  onRead(host: string): void;
}

/** A page has more frames with advertisements than anybody wants to read. */
const MOST = 3;

/** Names the origins of frames that are not read, and offers to read them. */
export function FrameOffers({ hosts, onRead }: FrameOffersProps) {
  return hosts.slice(0, MOST).map((host) => (
    <p key={host} className="soft frame" data-part="frame" data-host={host}>
      <span>{t('popup_frame', host)}</span>
      <button type="button" className="button" data-part="read-frame" onClick={() => onRead(host)}>
        {t('popup_read_frame')}
      </button>
    </p>
  ));
}
