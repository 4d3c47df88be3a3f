import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/entry.css';
import './style.css';
import './comparison.css';
import { createRoot } from 'react-dom/client';
import { TermsPage } from './TermsPage';

createRoot(document.getElementById('root') as HTMLElement).render(<TermsPage />);
