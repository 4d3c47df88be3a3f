// Runs in the page: a real React application whose text changes while it is converted.
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

interface State {
  county: string;
  items: string[];
  bold: boolean;
}

let change: (state: State) => void;

function News({ first }: { first: State }) {
  const [{ county, items, bold }, set] = useState(first);
  change = (state) => flushSync(() => set(state));
  return (
    <main>
      <h1 title={county}>{county}要闻</h1>
      <p>
        {bold ? <b>大会</b> : '大会'}强调，{county}农业发展
      </p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </main>
  );
}

/** Shows the application. */
export function startReact(first: State): void {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  flushSync(() => createRoot(root).render(<News first={first} />));
}

/** Has it draw another state. */
export function changeReact(state: State): void {
  change(state);
}
