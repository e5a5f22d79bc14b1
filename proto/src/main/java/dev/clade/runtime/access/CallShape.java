package dev.clade.runtime.access;

import com.google.common.collect.ImmutableSet;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells calls that wait by their nature from those that are answered at once. */
final class CallShape {
  /** How the contracts name how long a long poll may wait. */
  private static final ImmutableSet<String> WAITS = ImmutableSet.of("max_wait", "timeout");

  private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

  private CallShape() {}

  /** Returns whether a method's calls are streams or long polls. */
  static boolean waits(MethodDescriptor<?, ?> method) {
    return KNOWN.computeIfAbsent(method.getFullMethodName(), _ -> look(method));
  }

  private static boolean look(MethodDescriptor<?, ?> method) {
    return method.getType() != MethodDescriptor.MethodType.UNARY
        || method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema
            && schema.getMethodDescriptor().getInputType().getFields().stream()
                .anyMatch(field -> WAITS.contains(field.getName()));
  }
}
