package dev.clade.runtime.access;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import dev.clade.access.v1.Access;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which role each gRPC method needs. Clade's contracts say so themselves, by the option {@code
 * clade.access.v1.required_role}; Google's and gRPC's are listed here. What says nothing is
 * refused.
 */
@Singleton
public final class MethodRoles {
  private static final Requirement READER = new Requirement.Needs(Role.READER);

  /** By service, where all its methods need the same. */
  private static final ImmutableMap<String, Requirement> SERVICES =
      ImmutableMap.of(
          "grpc.health.v1.Health", new Requirement.Open(),
          "grpc.reflection.v1.ServerReflection", READER,
          "grpc.reflection.v1alpha.ServerReflection", READER);

  private static final String OPERATIONS = "google.longrunning.Operations/";

  private final ImmutableMap<String, Requirement> operations;
  private final Map<String, Requirement> known = new ConcurrentHashMap<>();

  @Inject
  MethodRoles(AccessConfig config) {
    this(config.operationsRole());
  }

  /**
   * Creates the rules of a server.
   *
   * @param operationsRole who may end operations; nothing where a server has none
   */
  MethodRoles(Optional<Role> operationsRole) {
    Requirement ending =
        operationsRole.<Requirement>map(Requirement.Needs::new).orElseGet(Requirement.Refused::new);
    operations =
        ImmutableMap.of(
            OPERATIONS + "GetOperation", READER,
            OPERATIONS + "ListOperations", READER,
            OPERATIONS + "WaitOperation", READER,
            OPERATIONS + "CancelOperation", ending,
            OPERATIONS + "DeleteOperation", ending);
  }

  /** Returns what a method asks for. */
  Requirement of(MethodDescriptor<?, ?> method) {
    return known.computeIfAbsent(method.getFullMethodName(), _ -> look(method));
  }

  /**
   * Returns whether a method changes something that callers keep: what importers and valuers may.
   */
  public boolean changes(MethodDescriptor<?, ?> method) {
    return of(method) instanceof Requirement.Needs(Role role)
        && (role == Role.IMPORTER || role == Role.VALUER);
  }

  private Requirement look(MethodDescriptor<?, ?> method) {
    Requirement listed = operations.get(method.getFullMethodName());
    if (listed == null) {
      listed = SERVICES.get(String.valueOf(method.getServiceName()));
    }
    return listed == null ? annotated(method) : listed;
  }

  private static Requirement annotated(MethodDescriptor<?, ?> method) {
    if (!(method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema)) {
      return new Requirement.Refused();
    }
    MethodOptions options = schema.getMethodDescriptor().getOptions();
    return switch (options.getExtension(Access.requiredRole)) {
      case ROLE_READER -> READER;
      case ROLE_IMPORTER -> new Requirement.Needs(Role.IMPORTER);
      case ROLE_VALUER -> new Requirement.Needs(Role.VALUER);
      case ROLE_WORKER -> new Requirement.Needs(Role.WORKER);
      case ROLE_UNSPECIFIED, UNRECOGNIZED -> new Requirement.Refused();
    };
  }
}
