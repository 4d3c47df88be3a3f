import { useEffect, useState } from 'react';
import { changeSetting, readSettings, type Settings, watchSettings } from '@/utils/ext/settings';

/**
 * The settings as they stand, and how to change one; `null` until they are read. Apart from the other hooks, whose
 * database the popup need not load.
 */
export function useSettings(): [Settings | null, typeof changeSetting] {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void readSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return [settings, changeSetting];
}
