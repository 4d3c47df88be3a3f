import './pdf-worker-base';
import 'pdfjs-dist/build/pdf.worker.min.mjs';
