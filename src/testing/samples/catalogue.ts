/** What "Kettle & Thread" sells: kitchen, cloth, paper, a few plants. Prices in euro cents. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly variant?: string;
  readonly price: number;
}

export const products = {
  shirt: { sku: 'linen-shirt', name: 'Linen shirt, long sleeves', variant: 'Sand, M', price: 3990 },
  mug: { sku: 'stoneware-mug', name: 'Stoneware mug', variant: 'Lagoon, 350 ml', price: 1850 },
  bowl: { sku: 'stoneware-bowl', name: 'Stoneware bowl', variant: 'Lagoon, 18 cm', price: 2200 },
  shoe: { sku: 'trail-shoe', name: 'Trail running shoe', variant: 'Slate, EU 43', price: 11_900 },
  olive: { sku: 'olive-tree', name: 'Olive tree in clay pot', variant: '60 cm', price: 4600 },
  lamp: { sku: 'desk-lamp', name: 'Desk lamp', variant: 'Amber, dimmable', price: 4900 },
  headphones: { sku: 'headphones', name: 'Over-ear headphones', variant: 'Plum', price: 21_000 },
  blanket: {
    sku: 'wool-blanket',
    name: 'Wool blanket',
    variant: 'Heather, 130 × 180 cm',
    price: 6400,
  },
  chair: { sku: 'beech-chair', name: 'Beech chair', variant: 'Natural', price: 8900 },
  bottle: {
    sku: 'insulated-bottle',
    name: 'Insulated bottle',
    variant: 'Sky, 500 ml',
    price: 2900,
  },
  tote: { sku: 'canvas-tote', name: 'Canvas tote', variant: 'Moss', price: 2990 },
  watch: { sku: 'field-watch', name: 'Field watch', variant: '36 mm', price: 5000 },
  book: { sku: 'bread-book', name: 'A Field Guide to Bread', variant: 'Hardcover', price: 2400 },
  notebook: {
    sku: 'linen-notebook',
    name: 'Linen notebook, set of three',
    variant: 'Dotted',
    price: 3490,
  },
  kettle: { sku: 'enamel-kettle', name: 'Enamel kettle', variant: 'Cream, 1.5 l', price: 5450 },
  apron: { sku: 'linen-apron', name: 'Linen apron', variant: 'Ink', price: 3700 },
  thread: { sku: 'thread-box', name: 'Box of threads, 24 colors', price: 2750 },
  teapot: { sku: 'teapot', name: 'Teapot with strainer', variant: 'Slate, 0.8 l', price: 4200 },
  towels: { sku: 'waffle-towels', name: 'Waffle towels, pair', variant: 'Clay', price: 2650 },
  course: {
    sku: 'sewing-course',
    name: 'Sewing course, twelve lessons',
    variant: 'Digital',
    price: 3900,
  },
} as const satisfies Readonly<Record<string, Product>>;
