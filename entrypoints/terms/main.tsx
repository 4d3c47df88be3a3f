import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/page.css';
import '@/components/entry.css';
import './style.css';
import './comparison.css';
import { showPage } from '@/components/page';
import { TermsPage } from './TermsPage';

showPage(<TermsPage />);
