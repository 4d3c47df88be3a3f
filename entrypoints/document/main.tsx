import '@/components/theme.css';
import '@/components/controls.css';
import './style.css';
import './pdf.css';
import '@/entrypoints/reader.content/highlight.css';
import { createRoot } from 'react-dom/client';
import { t } from '@/components/text';
import { DocumentPage } from './DocumentPage';

document.title = t('document_title');
createRoot(document.getElementById('root') as HTMLElement).render(<DocumentPage />);
