package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Activity;
import dev.clade.ingest.format.Line;

/**
 * A commit or discussion as a file tells it.
 *
 * @param activity what was accepted
 * @param line its record, which is kept when the catalogue does not have the artifact
 */
public record FiledActivity(Activity activity, Line line) {}
