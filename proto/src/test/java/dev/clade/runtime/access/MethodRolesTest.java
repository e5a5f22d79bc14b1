package dev.clade.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
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
import dev.clade.valuation.v1.ContributorServiceGrpc;
import dev.clade.valuation.v1.PayoutServiceGrpc;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MethodRolesTest {
  private final MethodRoles roles = new MethodRoles(Optional.of(Role.VALUER));

  static Stream<ServiceDescriptor> services() {
    return Stream.of(
        ActivityServiceGrpc.getServiceDescriptor(),
        CatalogueServiceGrpc.getServiceDescriptor(),
        ImportServiceGrpc.getServiceDescriptor(),
        ComplianceServiceGrpc.getServiceDescriptor(),
        EmbeddingServiceGrpc.getServiceDescriptor(),
        ExportServiceGrpc.getServiceDescriptor(),
        LineageServiceGrpc.getServiceDescriptor(),
        ReportServiceGrpc.getServiceDescriptor(),
        SimilarityServiceGrpc.getServiceDescriptor(),
        ContributorServiceGrpc.getServiceDescriptor(),
        PayoutServiceGrpc.getServiceDescriptor(),
        ValuationServiceGrpc.getServiceDescriptor(),
        WorkerServiceGrpc.getServiceDescriptor());
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyMethodOfTheContractsNamesARole(ServiceDescriptor service) {
    assertThat(service.getMethods())
        .isNotEmpty()
        .allSatisfy(method -> assertThat(roles.of(method)).isInstanceOf(Requirement.Needs.class));
  }

  @Test
  void aMethodThatNamesNoneIsRefused() {
    MethodDescriptor.Builder<GetOperationRequest, Operation> foreign =
        OperationsGrpc.getGetOperationMethod().toBuilder();
    assertThat(roles.of(foreign.setFullMethodName("foreign.v1.Service/Get").build()))
        .isEqualTo(new Requirement.Refused());
    assertThat(
            roles.of(
                foreign
                    .setFullMethodName("foreign.v1.Service/List")
                    .setSchemaDescriptor(null)
                    .build()))
        .isEqualTo(new Requirement.Refused());
  }

  @Test
  void operationsAreReadByReadersAndEndedByWhoStartsThem() {
    assertThat(roles.of(OperationsGrpc.getWaitOperationMethod()))
        .isEqualTo(new Requirement.Needs(Role.READER));
    assertThat(roles.of(OperationsGrpc.getCancelOperationMethod()))
        .isEqualTo(new Requirement.Needs(Role.VALUER));
    assertThat(new MethodRoles(Optional.empty()).of(OperationsGrpc.getDeleteOperationMethod()))
        .isEqualTo(new Requirement.Refused());
  }

  @Test
  void whatImportersAndValuersMayChangesSomething() {
    assertThat(roles.changes(PayoutServiceGrpc.getCreatePayoutMethod())).isTrue();
    assertThat(roles.changes(ImportServiceGrpc.getUploadFileMethod())).isTrue();
    assertThat(roles.changes(PayoutServiceGrpc.getListPayoutsMethod())).isFalse();
    assertThat(roles.changes(WorkerServiceGrpc.getReportEvaluationMethod())).isFalse();
  }

  @Test
  void streamsAndLongPollsWait() {
    List<MethodDescriptor<?, ?>> waiting =
        Stream.concat(services(), Stream.of(OperationsGrpc.getServiceDescriptor()))
            .flatMap(service -> service.getMethods().stream())
            .filter(CallShape::waits)
            .filter(method -> method.getType() == MethodDescriptor.MethodType.UNARY)
            .<MethodDescriptor<?, ?>>map(method -> method)
            .toList();
    assertThat(waiting)
        .extracting(MethodDescriptor::getFullMethodName)
        .containsExactlyInAnyOrder(
            "clade.valuation.v1.WorkerService/LeaseEvaluation",
            "google.longrunning.Operations/WaitOperation");
    assertThat(CallShape.waits(CatalogueServiceGrpc.getStreamChangesMethod())).isTrue();
  }

  @Test
  void rolesAreNamedInLowerCaseAndCoverReading() {
    assertThat(Role.ofClaim("valuer")).contains(Role.VALUER);
    assertThat(Role.ofClaim("VALUER")).isEmpty();
    assertThat(Role.ofClaim("")).isEmpty();
    assertThat(Role.IMPORTER.covers(Role.READER)).isTrue();
    assertThat(Role.VALUER.covers(Role.READER)).isTrue();
    assertThat(Role.WORKER.covers(Role.READER)).isFalse();
    assertThat(Role.VALUER.covers(Role.IMPORTER)).isFalse();
    assertThat(Role.IMPORTER.covers(Role.WORKER)).isFalse();
    assertThat(Role.READER.covers(Role.VALUER)).isFalse();
  }
}
