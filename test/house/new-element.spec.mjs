// `npm run new` writes an element that is green at once.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { copyProject } from './copy.mjs';

const tag = 'planted-element';
const paths = [
  `src/components/${tag}/${tag}.ts`,
  `src/components/${tag}/${tag}.styles.ts`,
  `src/components/${tag}/${tag}.parts.ts`,
  `src/define/${tag}.ts`,
  `test/components/${tag}.test.ts`,
  `stories/${tag}.stories.ts`,
];

describe('npm run new', () => {
  let project;
  before(async () => {
    project = await copyProject();
    const { code, output } = await project.run('node', ['scripts/new-element.mjs', tag]);
    assert.equal(code, 0, output);
  });
  after(() => project.remove());

  const holds = async (command, args) => {
    const { code, output } = await project.run(command, args);
    assert.equal(code, 0, output);
  };

  it('writes what the linter accepts', () => holds('eslint', paths));
  it('writes what prettier would write', () => holds('prettier', ['--check', ...paths]));
  it('writes a test that passes', () => holds('wtr', [`test/components/${tag}.test.ts`]));

  it('writes what the documentation check accepts', async () => {
    await holds('node', ['scripts/manifest.mjs']);
    const { output } = await project.run('node', ['scripts/check-docs.mjs', '--static']);
    assert.doesNotMatch(output, new RegExp(tag));
  });

  it('refuses a name that is no tag, and one that is taken', async () => {
    assert.equal((await project.run('node', ['scripts/new-element.mjs', 'Planted'])).code, 1);
    assert.equal((await project.run('node', ['scripts/new-element.mjs', tag])).code, 1);
  });
});
