import '@/components/theme.css';
import '@/components/controls.css';
import './style.css';
import './comparison.css';
import { createRoot } from 'react-dom/client';
import { SidePanel } from './SidePanel';

createRoot(document.getElementById('root') as HTMLElement).render(<SidePanel />);
