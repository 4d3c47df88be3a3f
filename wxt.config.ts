import { defineConfig } from 'wxt';
import { pdfAssets } from './utils/build/pdf-assets';
import { SITES } from './utils/ext/sites';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  outDir: '.output',
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(...pdfAssets());
    },
  },
  // Reasons for each permission stand here, because a manifest cannot hold comments.
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage', // settings
      'unlimitedStorage', // the personal glossary must never be evicted for want of room
      'scripting', // puts the reader into a page where one reads
      'activeTab', // a click on the toolbar icon reads a page of any site, once
      'clipboardWrite', // "copy the original with its source" also on pages without https
      'contextMenus', // save, look up, copy with source, change script, open the panel
      // WXT adds sidePanel for the panel, where the browser has that permission.
    ],
    // To inject the reader a content script's match pattern is not enough.
    host_permissions: SITES,
    // Asked for one origin at a time, each in a click of the reader's: "always here" and frames in the popup, a PDF in
    // the document page, Anki in the glossary.
    optional_host_permissions: ['*://*/*'],
    // Written out, because Firefox's own would turn the address of an Anki on this machine into https.
    // wasm: the pictures and colours of PDFs are decoded by pdf.js's own modules, which ship with the extension.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    icons: Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `/icon/icon-${size}.png`])),
    action: {
      default_icon: Object.fromEntries([16, 32, 48].map((size) => [size, `/icon/icon-grey-${size}.png`])),
    },
    commands: {
      'toggle-script': {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_command_toggle_script__',
      },
      'save-term': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_save_term__' },
      'toggle-reader': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '__MSG_command_toggle_reader__',
      },
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+G' },
        description: '__MSG_command_open_panel__',
      },
    },
    // The first versions with caretPositionFromPoint and the CSS Custom Highlight API.
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tifa@tifa.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
