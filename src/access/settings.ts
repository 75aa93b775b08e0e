import type { Platform } from '../platform/platform.ts'
import { type AccessSettings, defaultSettings } from './model.ts'

/** The limits in force: the defaults, unless the configuration says otherwise under `access`. */
export function settingsOf(platform: Pick<Platform, 'config'>): AccessSettings {
  const { access } = platform.config as { access?: Partial<AccessSettings> }
  return { ...defaultSettings, ...access }
}
