package dev.clade.valuation.server.run;

import dev.clade.runtime.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;

/** Fired when evaluations may be waiting. */
@ApplicationScoped
public class WorkSignal extends Signal {}
