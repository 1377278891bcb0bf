// A researcher finds what people wrote of: a list of themes, the answers that wait, two readers, what everybody sees of it.

import assert from 'node:assert/strict';
import { desktop, journey, phone } from '../harness.mjs';

const PASSWORD = 'четири прости думи тук';

export default journey(
  'finds the themes of open answers',
  { devices: [desktop, phone], scripts: [false] },
  async ({ reader, glas, arrives, step }) => {
    let home;
    await step('the one-time link opens the desk', async () => {
      await reader.goes(new URL(glas.setupLinks()[0]).pathname);
      for (const field of await reader.page.locator('input[type=password]').all()) await field.fill(PASSWORD);
      await reader.presses(/Запазете паролата/);
      assert.equal(reader.place(), '/desk');
    });
    await step('the list of the study says what is found and what waits', async () => {
      await reader.follows(/Гражданско участие и качество/);
      await reader.follows('Теми на свободните отговори');
      await reader.follows('Предложения на хората');
      home = reader.place();
      await reader.sees('32 написани отговора');
      await reader.sees('не са отнесени към никоя тема');
    });
    await step('what was found is marked in the words', async () => {
      await reader.follows('Отговорите с темите им');
      await reader.sees('Чакане и опашки');
    });
    await step('a pattern that is none is refused beside its field', async () => {
      await reader.goes(`${home}/codes/waiting`);
      await reader.types('Образци', 'ч*');
      await reader.presses('Запазете', { status: 422 });
      await reader.sees('звездата стои само в края на дума');
    });
    await step('words that no pattern finds are proposed', async () => {
      await reader.goes(`${home}/proposals`);
      await reader.sees('Думи в поне 2 отговора');
    });
    await step('answers are drawn for two readers', async () => {
      await reader.goes(`${home}/sample`);
      await reader.presses('Изтеглете отговори');
      await reader.presses('Ще чета и аз');
      await reader.sees('Прочетени 0 от 32');
      await reader.page.getByLabel('Нито една от тях').check();
      await reader.presses('Запазете и продължете');
      await reader.sees('Прочетени 1 от 32');
    });
    const anybody = await arrives();
    await step('everybody reads how many of those who wrote speak of each theme', async () => {
      await anybody.goes('/projects/primerovo/studies/uchastie-i-obsluzhvane-2023');
      await anybody.sees('които са писали, споменават');
      await anybody.sees('Как са намерени темите');
    });
  },
);
