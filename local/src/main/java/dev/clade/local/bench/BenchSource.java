package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.local.client.MeshClient;
import java.io.IOException;
import java.util.Map;

/** Something that a bench imports. */
interface BenchSource extends AutoCloseable {

  /** Returns the name that figures are kept under. */
  String name();

  /** Returns what the service must be told beside the usual. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Makes ready what is not measured, such as the upload. */
  default void prepare(MeshClient client) throws IOException {}

  /** Starts the import. */
  Operation start(MeshClient client);

  @Override
  default void close() {}
}
