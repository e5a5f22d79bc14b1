package dev.clade.lineage.server.compliance;

import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.lineage.server.page.EdgePosition;

/**
 * Of which relations something is asked.
 *
 * @param walk the walk whose relations they are
 * @param position where the page before ended
 * @param pageSize most relations to answer with, at least 1
 */
public record EdgeQuestion(LineageQuery walk, EdgePosition position, int pageSize) {}
