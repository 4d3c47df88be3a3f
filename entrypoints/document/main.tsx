import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/page.css';
import './style.css';
import './pdf.css';
import '@/entrypoints/reader.content/highlight.css';
import { showPage } from '@/components/page';
import { t } from '@/components/text';
import { DocumentPage } from './DocumentPage';

showPage(<DocumentPage />, t('document_title'));
