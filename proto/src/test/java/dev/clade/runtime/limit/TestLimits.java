package dev.clade.runtime.limit;

/** Limits that a test chooses. */
record TestLimits(
    int calls,
    int waitingCalls,
    int callsOfCaller,
    int waitingCallsOfCaller,
    int rateOfCaller,
    int rememberedCallers)
    implements LimitConfig {}
