import '@/components/theme.css';
import '@/components/controls.css';
import '@/components/settings.css';
import './style.css';
import { showPage } from '@/components/page';
import { Popup } from './Popup';

showPage(<Popup />, 'Tifa');
