import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/page.css';
import '@/components/settings.css';
import '@/entrypoints/reader.content/highlight.css';
import './style.css';
import { showPage } from '@/components/page';
import { t } from '@/components/text';
import { WelcomePage } from './WelcomePage';

showPage(<WelcomePage />, t('welcome_title'));
