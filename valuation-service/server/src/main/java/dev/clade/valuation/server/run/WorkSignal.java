package dev.clade.valuation.server.run;

import jakarta.enterprise.context.ApplicationScoped;

/** Fired when evaluations may be waiting. */
@ApplicationScoped
public class WorkSignal extends Signal {}
