/** The part of the package that is used. */
declare module 'railroad-diagrams' {
  /** A piece of a drawing. `format` fills in the children. */
  export interface Shape {
    tagName: string;
    attrs: Record<string, string | number>;
    children: string | Shape[];
    format(...padding: readonly number[]): Shape;
  }

  const railroad: {
    Diagram(...items: readonly Shape[]): Shape;
    Sequence(...items: readonly Shape[]): Shape;
    /** `normal` is the index of the item on the straight line. */
    Choice(normal: number, ...items: readonly Shape[]): Shape;
    Optional(item: Shape): Shape;
    OneOrMore(item: Shape): Shape;
    ZeroOrMore(item: Shape): Shape;
    Terminal(text: string): Shape;
    NonTerminal(text: string): Shape;
    Skip(): Shape;
  };
  export default railroad;
}
