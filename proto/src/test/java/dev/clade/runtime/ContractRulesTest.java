package dev.clade.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.clade.ingest.v1.ActivityServiceOuterClass;
import dev.clade.ingest.v1.CatalogueServiceOuterClass;
import dev.clade.ingest.v1.ImportServiceOuterClass;
import dev.clade.lineage.v1.ComplianceServiceOuterClass;
import dev.clade.lineage.v1.EmbeddingServiceOuterClass;
import dev.clade.lineage.v1.ExportServiceOuterClass;
import dev.clade.lineage.v1.LineageServiceOuterClass;
import dev.clade.lineage.v1.ReportServiceOuterClass;
import dev.clade.lineage.v1.SimilarityServiceOuterClass;
import dev.clade.valuation.v1.ContributorServiceOuterClass;
import dev.clade.valuation.v1.PayoutServiceOuterClass;
import dev.clade.valuation.v1.ValuationServiceOuterClass;
import dev.clade.valuation.v1.WorkerServiceOuterClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the contracts that Buf does not know. */
final class ContractRulesTest {
  private static final int MOST_METHODS = 10;

  /** A walk is both a stream and pages: it goes on behind any of its parts. */
  private static final Set<String> PAGED_STREAMS =
      Set.of("clade.lineage.v1.LineageService.Traverse");

  private static final List<FileDescriptor> FILES =
      List.of(
          ActivityServiceOuterClass.getDescriptor(),
          CatalogueServiceOuterClass.getDescriptor(),
          ImportServiceOuterClass.getDescriptor(),
          ComplianceServiceOuterClass.getDescriptor(),
          EmbeddingServiceOuterClass.getDescriptor(),
          ExportServiceOuterClass.getDescriptor(),
          LineageServiceOuterClass.getDescriptor(),
          ReportServiceOuterClass.getDescriptor(),
          SimilarityServiceOuterClass.getDescriptor(),
          ContributorServiceOuterClass.getDescriptor(),
          PayoutServiceOuterClass.getDescriptor(),
          ValuationServiceOuterClass.getDescriptor(),
          WorkerServiceOuterClass.getDescriptor());

  static Stream<ServiceDescriptor> services() {
    return FILES.stream().flatMap(file -> file.getServices().stream());
  }

  static Stream<MethodDescriptor> pagedMethods() {
    return services()
        .flatMap(service -> service.getMethods().stream())
        .filter(method -> method.getInputType().findFieldByName("page_token") != null);
  }

  static Stream<MethodDescriptor> creatingMethods() {
    return services()
        .flatMap(service -> service.getMethods().stream())
        .filter(method -> method.getInputType().findFieldByName("request_id") != null);
  }

  @Test
  void everyServiceOfTheContractsIsLookedAt() throws Exception {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/proto"))) {
      long declared =
          sources.filter(source -> source.toString().endsWith("_service.proto")).count();
      assertThat(services()).hasSize((int) declared);
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void servicesAreSmall(ServiceDescriptor service) {
    assertThat(service.getMethods()).hasSizeBetween(1, MOST_METHODS);
  }

  /** AIP-158. */
  @ParameterizedTest
  @MethodSource("pagedMethods")
  void pagesAreAsTheStandardSaysThem(MethodDescriptor method) {
    Descriptor request = method.getInputType();
    assertThat(request.findFieldByName("page_size").getType())
        .isEqualTo(FieldDescriptor.Type.INT32);
    assertThat(request.findFieldByName("page_token").getType())
        .isEqualTo(FieldDescriptor.Type.STRING);
    Descriptor response = method.getOutputType();
    assertThat(response.findFieldByNumber(1).isRepeated()).isTrue();
    assertThat(response.findFieldByName("next_page_token").getType())
        .isEqualTo(FieldDescriptor.Type.STRING);
    assertThat(method.isServerStreaming()).isEqualTo(PAGED_STREAMS.contains(method.getFullName()));
  }

  /** AIP-155. */
  @ParameterizedTest
  @MethodSource("creatingMethods")
  void requestIdsAreText(MethodDescriptor method) {
    assertThat(method.getInputType().findFieldByName("request_id").getType())
        .isEqualTo(FieldDescriptor.Type.STRING);
  }
}
