import { useCallback, useEffect, useState } from 'react';

/** What the address names: a record, or several whose use is compared. */
export interface Address {
  shown: string;
  compared: readonly string[];
}

const COMPARED = 'compare=';

/** `#lianzhangzhi` names a record, `#compare=hezhangzhi,lianzhangzhi` a comparison; what is malformed names nothing. */
export function parseAddress(hash: string): Address {
  const name = decoded(hash.replace(/^#/, ''));
  if (!name.startsWith(COMPARED)) return { shown: name, compared: [] };
  return { shown: '', compared: name.slice(COMPARED.length).split(',').filter(Boolean) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a comparison. */
export function comparisonAddress(ids: readonly string[]): string {
  return `#${COMPARED}${ids.join(',')}`;
}

/** What the page's address names, and how to go elsewhere; a step replaces the last one, so that "back" leaves the list. */
export function useAddress(): [Address, (hash: string) => void] {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  useEffect(() => {
    const onHashChange = () => setAddress(parseAddress(location.hash));
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, []);
  const replace = useCallback((hash: string) => {
    history.replaceState(null, '', hash);
    setAddress(parseAddress(hash));
  }, []);
  return [address, replace];
}
