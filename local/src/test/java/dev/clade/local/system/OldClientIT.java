package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import dev.clade.local.client.Address;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client of the contracts as they were last released against the servers of today: every method
 * that it knows answers as it does for a client of today, in the fields that the old one knows. A
 * client of tomorrow, which says more than the servers understand, gets the same answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OldClientIT {
  private static final int OF_TOMORROW = 9_999;

  private final Map<Service, ManagedChannel> channels = new EnumMap<>(Service.class);
  private Map<String, MethodDescriptor> released;
  private Map<String, MethodDescriptor> current;
  private Map<String, String> names;
  private TestMesh mesh;

  @BeforeAll
  void start() throws Exception {
    Path contracts = TestMesh.home().resolve("proto");
    released = Contracts.methods(contracts.resolve("released.binpb"));
    current = Contracts.methods(contracts.resolve("target/contracts.binpb"));
    mesh = TestMesh.start();
    Operation imported =
        new FileImport(mesh.client()).run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {});
    new LineageReader(mesh.client()).await(FileImport.result(imported).getLastSequence());
    ValuationRuns runs = new ValuationRuns(mesh.client());
    String images = runs.store(DrawnImages.draw(1, 2)).getName();
    Valuation run =
        runs.create(
            Valuation.newBuilder()
                .setImageSet(images)
                .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(50))
                .setReplicateCount(1)
                .build());
    runs.watch(run.getName(), state -> {});
    names =
        Map.of(
            "IMPORT",
            imported.getName(),
            "RUN",
            run.getName(),
            "IMAGES",
            images,
            "MODEL",
            SampleHub.SHOWN_MODEL);
    for (Service service : Service.values()) {
      Address address = mesh.mesh().endpoints().of(service);
      channels.put(
          service,
          NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build());
    }
  }

  @AfterAll
  void stop() throws Exception {
    channels.values().forEach(ManagedChannel::shutdownNow);
    mesh.close();
  }

  /** A method with what to send, as protobuf writes messages as text; the names are put in. */
  record Exchange(String method, List<String> requests) {
    Exchange(String method, String... requests) {
      this(method, List.of(requests));
    }

    @Override
    public String toString() {
      return method;
    }
  }

  static Stream<Exchange> exchanges() {
    String catalogue = "clade.ingest.v1.CatalogueService.";
    String imports = "clade.ingest.v1.ImportService.";
    String operations = "google.longrunning.Operations.";
    String lineage = "clade.lineage.v1.LineageService.";
    String valuation = "clade.valuation.v1.ValuationService.";
    String worker = "clade.valuation.v1.WorkerService.";
    String noLease = "00000000-0000-4000-8000-000000000000";
    return Stream.of(
        new Exchange(catalogue + "GetArtifact", "name: 'MODEL'"),
        new Exchange(catalogue + "ListArtifacts", "page_size: 7 view: ARTIFACT_VIEW_FULL"),
        new Exchange(catalogue + "GetCatalogueStats", ""),
        new Exchange(catalogue + "StreamChanges", "after_sequence: 0"),
        new Exchange(catalogue + "GetCard", "name: 'MODEL'"),
        new Exchange(catalogue + "ListVersions", "parent: 'MODEL'"),
        new Exchange(catalogue + "ListCounts", "parent: 'MODEL'"),
        new Exchange(catalogue + "ListCommits", "parent: 'MODEL'"),
        new Exchange(catalogue + "ListDiscussions", "parent: 'MODEL'"),
        new Exchange(catalogue + "ListFiles", "parent: 'MODEL'"),
        new Exchange(imports + "UploadFile", "chunk: 'no name before'"),
        new Exchange(
            imports + "StartImport",
            "upload: 'uploads/%s' request_id: '%s'".formatted(noLease, noLease)),
        new Exchange(imports + "PauseImport", "name: 'IMPORT'"),
        new Exchange(imports + "ResumeImport", "name: 'IMPORT'"),
        new Exchange(imports + "ReplayQuarantine", "parent: 'IMPORT'"),
        new Exchange(imports + "ListQuarantinedRecords", "parent: 'IMPORT'"),
        new Exchange(operations + "ListOperations", "name: 'imports'"),
        new Exchange(operations + "GetOperation", "name: 'IMPORT'"),
        new Exchange(operations + "WaitOperation", "name: 'IMPORT'"),
        new Exchange(operations + "CancelOperation", "name: 'IMPORT'"),
        new Exchange(operations + "DeleteOperation", "name: 'IMPORT'"),
        new Exchange(lineage + "GetLineage", "names: 'MODEL' max_depth: 3"),
        new Exchange(lineage + "GetFamily", "name: 'MODEL'"),
        new Exchange(lineage + "GetPosition", ""),
        new Exchange(
            valuation + "CreateImageSet", "image_set { width: 1 height: 1 contributors { } }"),
        new Exchange(
            valuation + "CreateValuation",
            "valuation { image_set: 'IMAGES' utility: 'beauty' } request_id: '%s'"
                .formatted(noLease)),
        new Exchange(valuation + "GetValuation", "name: 'RUN'"),
        new Exchange(valuation + "ListValuations", "page_size: 5"),
        new Exchange(valuation + "WatchValuation", "name: 'RUN'"),
        new Exchange(valuation + "ListEvaluations", "parent: 'RUN'"),
        new Exchange(worker + "LeaseEvaluation", "worker: 'old'"),
        new Exchange(worker + "RenewLease", "lease: '%s'".formatted(noLease)),
        new Exchange(
            worker + "ReportEvaluation",
            "lease: '%s' failure { message: 'none' }".formatted(noLease)),
        new Exchange(worker + "GetImageSet", "name: 'IMAGES'"));
  }

  @Test
  void everyReleasedMethodIsTried() {
    assertThat(exchanges().map(Exchange::method))
        .containsExactlyInAnyOrderElementsOf(released.keySet());
    assertThat(current.keySet()).containsAll(released.keySet());
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void anOldClientGetsWhatItKnowsOf(Exchange exchange) throws Exception {
    DynamicClient.Answer old = call(released, exchange, false);
    DynamicClient.Answer now = call(current, exchange, false);
    DynamicClient.Answer tomorrow = call(current, exchange, true);

    assertThat(old.failure()).isEqualTo(now.failure()).isNotEqualTo("INTERNAL");
    assertSame(old.message(), now.message());
    assertThat(tomorrow.failure()).isEqualTo(now.failure());
    assertSame(tomorrow.message(), now.message());
  }

  private DynamicClient.Answer call(
      Map<String, MethodDescriptor> contracts, Exchange exchange, boolean withMore)
      throws TextFormat.ParseException {
    MethodDescriptor method = contracts.get(exchange.method);
    List<DynamicMessage.Builder> requests =
        exchange.requests.stream()
            .map(_ -> DynamicMessage.newBuilder(method.getInputType()))
            .toList();
    for (int i = 0; i < requests.size(); i++) {
      TextFormat.merge(named(exchange.requests.get(i)), requests.get(i));
      if (withMore) {
        requests.get(i).setUnknownFields(ofTomorrow());
      }
    }
    return new DynamicClient(channels.get(service(exchange.method)))
        .call(method, requests.stream().map(DynamicMessage.Builder::build).toList());
  }

  private String named(String request) {
    String full = request;
    for (Map.Entry<String, String> name : names.entrySet()) {
      full = full.replace(name.getKey(), name.getValue());
    }
    return full;
  }

  private static UnknownFieldSet ofTomorrow() {
    return UnknownFieldSet.newBuilder()
        .addField(OF_TOMORROW, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
        .build();
  }

  private static Service service(String method) {
    return Stream.of(Service.values())
        .filter(service -> method.contains("." + service.label() + "."))
        .findFirst()
        .orElse(Service.INGEST);
  }

  /** Compares by name whatever the old message has; times may pass between two calls. */
  private static void assertSame(Message old, Message now) {
    old.getAllFields()
        .forEach(
            (field, value) -> {
              FieldDescriptor same = now.getDescriptorForType().findFieldByName(field.getName());
              assertThat(same).as("%s is gone", field.getFullName()).isNotNull();
              assertSameValue(field, value, now.getField(same));
            });
  }

  private static void assertSameValue(FieldDescriptor field, Object old, Object now) {
    switch (old) {
      case List<?> all -> {
        List<?> others = (List<?>) now;
        assertThat(others).as(field.getFullName()).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
          assertSameValue(field, all.get(i), others.get(i));
        }
      }
      case Message message -> {
        if (!message
            .getDescriptorForType()
            .getFullName()
            .equals(Timestamp.getDescriptor().getFullName())) {
          assertSame(message, (Message) now);
        }
      }
      case EnumValueDescriptor value ->
          assertThat(((EnumValueDescriptor) now).getName())
              .as(field.getFullName())
              .isEqualTo(value.getName());
      // What a token means only its server knows, and all of a request is in it.
      case String _ when field.getName().equals("next_page_token") ->
          assertThat((String) now).as(field.getFullName()).isNotEmpty();
      default -> assertThat(now).as(field.getFullName()).isEqualTo(old);
    }
  }
}
