package dev.clade.lineage.server.grpc;

import dev.clade.runtime.request.ResourceName;

/** The resource names of reports. */
final class ReportNames {
  private static final String COLLECTION = "reports";

  private ReportNames() {}

  static String of(String id) {
    return COLLECTION + "/" + id;
  }

  /** Returns the id in a request's field {@code name}. */
  static String id(String name) {
    return ResourceName.parse("name", name, COLLECTION).id();
  }
}
