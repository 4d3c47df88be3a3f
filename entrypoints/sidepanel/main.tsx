import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/page.css';
import './style.css';
import './comparison.css';
import { showPage } from '@/components/page';
import { SidePanel } from './SidePanel';

showPage(<SidePanel />);
