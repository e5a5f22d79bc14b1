package dev.clade.valuation.server.run;

import dev.clade.runtime.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;

/** Fired when a run may have progressed. */
@ApplicationScoped
public class ProgressSignal extends Signal {}
