import { describe } from 'node:test';
import { styledPages } from './hostile-pages.mjs';
import { runPages } from './hostile-run.mjs';

describe('on a page with styles of its own', () => runPages(styledPages));
