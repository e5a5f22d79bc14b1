package dev.clade.ingest.imports;

import java.util.List;

/** Lanes beside that of the files. */
public interface LaneDefinitions {

  /** Returns the lanes that the service is configured for. */
  List<LaneDefinition> lanes();
}
