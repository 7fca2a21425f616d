/** Where the REST API is, beside Vendure's own. */
export const restPath = 'api/rescind';
