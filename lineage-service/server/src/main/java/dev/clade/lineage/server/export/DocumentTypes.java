package dev.clade.lineage.server.export;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.cyclonedx.model.Bom;

/**
 * What Jackson writes by reflection, which a native executable has to be told of: all that a bill
 * of materials may have. What OpenLineage's events have is in reachability-metadata.json, since the
 * rest of its jar cannot be linked without the clients of its transports.
 */
@RegisterForReflection(targets = Bom.class, registerFullHierarchy = true)
final class DocumentTypes {
  private DocumentTypes() {}
}
