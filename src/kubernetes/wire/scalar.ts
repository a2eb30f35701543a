/** A resource amount as JSON carries it: `500m`, `1Gi` or a plain number. */
export type Quantity = string | number;

/** A count, or a percentage or port name as text. */
export type IntOrString = number | string;
