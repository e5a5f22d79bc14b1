package dev.clade.local.fuzz;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.clade.local.mesh.Service;
import java.util.Set;

/**
 * A method that a service of the mesh has.
 *
 * @param service whose method it is
 * @param descriptor its contract
 */
record FuzzedMethod(Service service, MethodDescriptor descriptor) {
  private static final Set<String> WAITS = Set.of("max_wait", "timeout");

  /**
   * Returns the name that calls have, such as {@code clade.ingest.v1.ImportService/StartImport}.
   */
  String name() {
    return io.grpc.MethodDescriptor.generateFullMethodName(
        descriptor.getService().getFullName(), descriptor.getName());
  }

  /** Returns whether its answer may take as long as it likes: a stream or a long poll. */
  boolean waits() {
    return descriptor.isServerStreaming()
        || descriptor.isClientStreaming()
        || descriptor.getInputType().getFields().stream()
            .map(FieldDescriptor::getName)
            .anyMatch(WAITS::contains);
  }

  @Override
  public String toString() {
    return service.label() + " " + name();
  }
}
