package dev.clade.local.fuzz;

import com.google.longrunning.OperationsGrpc;
import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.ExportServiceGrpc;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.ReportServiceGrpc;
import dev.clade.lineage.v1.SimilarityServiceGrpc;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.ContributorServiceGrpc;
import dev.clade.valuation.v1.PayoutServiceGrpc;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoServiceDescriptorSupplier;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.List;
import java.util.stream.Stream;

/** Every method of every service of the mesh, from the generated descriptors. */
final class FuzzedMethods {
  private static final List<ServiceDescriptor> COMMON =
      List.of(
          OperationsGrpc.getServiceDescriptor(),
          HealthGrpc.getServiceDescriptor(),
          ServerReflectionGrpc.getServiceDescriptor(),
          io.grpc.reflection.v1alpha.ServerReflectionGrpc.getServiceDescriptor());

  private FuzzedMethods() {}

  /** Returns the services of gRPC that a service of the mesh has. */
  static List<ServiceDescriptor> services(Service service) {
    return Stream.concat(own(service), COMMON.stream()).toList();
  }

  /** Returns the methods of a service of the mesh. */
  static List<FuzzedMethod> of(Service service) {
    return services(service).stream()
        .map(each -> (ProtoServiceDescriptorSupplier) each.getSchemaDescriptor())
        .flatMap(each -> each.getServiceDescriptor().getMethods().stream())
        .map(method -> new FuzzedMethod(service, method))
        .toList();
  }

  private static Stream<ServiceDescriptor> own(Service service) {
    return switch (service) {
      case INGEST ->
          Stream.of(
              CatalogueServiceGrpc.getServiceDescriptor(),
              ImportServiceGrpc.getServiceDescriptor(),
              ActivityServiceGrpc.getServiceDescriptor());
      case LINEAGE ->
          Stream.of(
              LineageServiceGrpc.getServiceDescriptor(),
              ComplianceServiceGrpc.getServiceDescriptor(),
              EmbeddingServiceGrpc.getServiceDescriptor(),
              ExportServiceGrpc.getServiceDescriptor(),
              ReportServiceGrpc.getServiceDescriptor(),
              SimilarityServiceGrpc.getServiceDescriptor());
      case VALUATION ->
          Stream.of(
              ValuationServiceGrpc.getServiceDescriptor(),
              ContributorServiceGrpc.getServiceDescriptor(),
              PayoutServiceGrpc.getServiceDescriptor(),
              WorkerServiceGrpc.getServiceDescriptor());
    };
  }
}
