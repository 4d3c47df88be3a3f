import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/page.css';
import './style.css';
import './picture.css';
import './table.css';
import './concordance.css';
import './import.css';
import { showPage } from '@/components/page';
import { GlossaryPage } from './GlossaryPage';

showPage(<GlossaryPage />);
