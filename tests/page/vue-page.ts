// Runs in the page: a real Vue application whose text changes while it is converted.
import { createApp, h, nextTick, shallowRef } from 'vue';

interface State {
  county: string;
  items: string[];
  bold: boolean;
}

const shown = shallowRef<State>({ county: '', items: [], bold: false });

/** Shows the application. */
export function startVue(first: State): void {
  shown.value = first;
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  createApp({
    render() {
      const { county, items, bold } = shown.value;
      return h('main', [
        h('h1', { title: county }, `${county}要闻`),
        h('p', [bold ? h('b', '大会') : '大会', `强调，${county}农业发展`]),
        h(
          'ul',
          items.map((item) => h('li', { key: item }, item)),
        ),
      ]);
    },
  }).mount(root);
}

/** Has it draw another state. */
export async function changeVue(state: State): Promise<void> {
  shown.value = state;
  await nextTick();
}
