import '@/components/theme.css';
import '@/components/controls.css';
import './style.css';
import './picture.css';
import './table.css';
import './concordance.css';
import './import.css';
import { createRoot } from 'react-dom/client';
import { GlossaryPage } from './GlossaryPage';

createRoot(document.getElementById('root') as HTMLElement).render(<GlossaryPage />);
