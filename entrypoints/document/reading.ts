import { SOURCE_ADDRESS } from '@/utils/page/citation';

/** Says what is read, for the citations of what is saved; `address` is empty for a file of the reader's own. */
export function nameSource(name: string, address: string): void {
  document.title = name;
  let meta = document.querySelector<HTMLMetaElement>(`meta[name="${SOURCE_ADDRESS}"]`);
  if (!meta) {
    meta = document.createElement('meta');
    meta.name = SOURCE_ADDRESS;
    document.head.append(meta);
  }
  meta.content = address;
}
