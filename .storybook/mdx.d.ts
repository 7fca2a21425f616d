declare module '*.mdx' {
  /** Made by the docs addon. */
  const page: () => null;
  export default page;
}
