import { wordsOfHtml } from '@core/html-words';
import { expect, it } from 'vitest';

it.each([
  ['<p>Kassan startar <b>inte</b></p>', 'Kassan startar inte'],
  ['<div>Kassan<br>startar\n  inte</div>', 'Kassan startar inte'],
  ['<p>Rad ett</p><p>Rad två</p>', 'Rad ett Rad två'],
  ['<p class="a&gt;b">1 &lt; 2</p>', '1 &lt; 2'],
  ['<p><br></p>', ''],
  ['', ''],
])('of %j are %j', (html, words) => {
  expect(wordsOfHtml(html)).toBe(words);
});
