package dev.clade.valuation.server.run;

import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.forecast.RunOutlook.Outlook;

/**
 * A run as it is looked at.
 *
 * @param run the run with its values so far
 * @param outlook what is ahead of it
 */
public record RunView(Run run, Outlook outlook) {}
