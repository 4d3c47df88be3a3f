import { describe, expect, test } from 'vitest';
import { storyAround } from '@/utils/page/story';
import { parse } from './dom';

const FRONT = `
  <article><h2>把好粮仓<br>第一道关</h2><p>本报记者 林小满</p><p id="first">全县粮库开仓。</p></article>
  <article><h2>夜校开课</h2><p id="second">镇里办起夜校。</p><h3>课表上墙</h3><p id="under">每周三晚上开课。</p></article>
  <p id="outside">今日四版</p>`;

describe('storyAround', () => {
  test.each([
    ['first', { headline: '把好粮仓 第一道关', byline: '林小满' }],
    ['second', { headline: '夜校开课', byline: '' }],
    ['under', { headline: '课表上墙', byline: '' }],
    ['outside', null],
  ])('on a front page, %s', (id, story) => {
    const page = parse(FRONT);
    expect(storyAround(page.body, page.getElementById(id) as Element)).toEqual(story);
  });

  test('a page of one article has no stories, whatever headings stand in it', () => {
    const page = parse(
      '<article><h1>夜校开课</h1><h2>课表上墙</h2><p id="only">每周三晚上开课。</p></article>',
    );
    expect(storyAround(page.body, page.getElementById('only') as Element)).toBeNull();
  });

  test('an article beside others has none: they stand outside its root', () => {
    const page =
      parse(`<article id="root"><h1>夜校开课</h1><h2>课表上墙</h2><p id="text">每周三晚上开课。</p></article>
      <aside><article><h3>粮库开仓</h3></article><article><h3>汛前排查</h3></article></aside>`);
    const root = page.getElementById('root') as Element;
    expect(storyAround(root, page.getElementById('text') as Element)).toBeNull();
  });
});
