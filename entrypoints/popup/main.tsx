import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/settings.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { Popup } from './Popup';

document.title = 'Tifa';
createRoot(document.getElementById('root') as HTMLElement).render(<Popup />);
