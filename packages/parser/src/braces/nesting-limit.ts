/** Blocks of keepalived nest four deep; what goes far beyond that is not worth a stack. */
export const nestingLimit = 64;
