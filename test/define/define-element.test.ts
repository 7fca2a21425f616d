import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/define/define-element.js';

describe('a tag that is defined twice', () => {
  const warnings: string[] = [];
  const { warn } = console;
  beforeEach(() => {
    console.warn = (text: string) => void warnings.push(text);
  });
  afterEach(() => {
    console.warn = warn;
    warnings.length = 0;
  });

  it('is left as it is, with a warning that says how to have both', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    defineElement('twice-defined', First);
    expect(warnings).to.deep.equal([]);
    defineElement('twice-defined', Second);
    expect(customElements.get('twice-defined')).to.equal(First);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.include('<twice-defined>').and.to.include("define('my-twice-defined'");
    // As the package exports it: the class's own name is another one after minification.
    expect(warnings[0]).to.include('extends TwiceDefinedElement {}');
  });

  it('by the same class is no news', () => {
    class Only extends HTMLElement {}
    defineElement('once-defined', Only);
    defineElement('once-defined', Only);
    expect(warnings).to.deep.equal([]);
  });
});
