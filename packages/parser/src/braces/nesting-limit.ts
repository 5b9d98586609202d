/** Blocks of keepalived nest five deep at most; what goes far beyond that is not worth a stack. */
export const nestingLimit = 64;
