export default { test: { include: ['*.vitest.mjs'], environment: 'node' } };
