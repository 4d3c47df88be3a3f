import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/settings.css';
import '@/entrypoints/reader.content/highlight.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { WelcomePage } from './WelcomePage';

createRoot(document.getElementById('root') as HTMLElement).render(<WelcomePage />);
