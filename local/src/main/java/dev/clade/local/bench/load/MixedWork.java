package dev.clade.local.bench.load;

import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.sample.SampleHub;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.grpc.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What users of a whole mesh do: they read artifacts, begin to follow the feed and leave, walk the
 * graph, count and check licences, read a valuation and its ledger, and now and then import a file,
 * which changes the same few models, so that nothing but history grows. Each answer is looked at.
 */
final class MixedWork {
  private static final int IMPORTED_MODELS = 20;
  private static final int CONTRIBUTORS = 3;

  /** One import in so many calls. */
  private static final int CALLS_AN_IMPORT = 2_000;

  private final MeshClient client;
  private final SampleCatalogue sample;
  private final String valuation;
  private final int evaluations;
  private final AtomicLong imports = new AtomicLong();
  private final AtomicLong lastSequence = new AtomicLong();
  private final List<SteadyLoad.Work> kinds =
      List.of(
          this::readArtifact,
          this::walk,
          this::readArtifact,
          this::stream,
          this::walk,
          this::listArtifacts,
          this::readArtifact,
          this::readFamily,
          this::walk,
          this::countImpact,
          this::readArtifact,
          this::readValuation,
          this::walk,
          this::stream,
          this::readArtifact,
          this::checkLicences,
          this::walk,
          this::readLedger,
          this::follow,
          this::listValuations);

  private MixedWork(MeshClient client, SampleCatalogue sample, Valuation valuation) {
    this.client = client;
    this.sample = sample;
    this.valuation = valuation.getName();
    this.evaluations = valuation.getProgress().getDoneEvaluations();
  }

  /** Imports a sample and values three contributors, which the work then reads. */
  static MixedWork prepare(MeshClient client) throws IOException, InterruptedException {
    SampleCatalogue sample = SampleCatalogue.importInto(client);
    new LineageReader(client).await(sample.lastSequence());
    ValuationRuns runs = new ValuationRuns(client);
    Valuation wished =
        Valuation.newBuilder()
            .setImageSet(runs.store(DrawnImages.draw(1, CONTRIBUTORS)).getName())
            .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(100))
            .build();
    Valuation valued = runs.watch(runs.create(wished).getName(), _ -> {});
    if (valued.getState() != Valuation.State.STATE_SUCCEEDED) {
      throw new IllegalStateException("the valuation ended as " + valued.getState());
    }
    return new MixedWork(client, sample, valued);
  }

  /** Does the work of a number; the mix is the same for every twenty numbers but for imports. */
  void run(long number) throws Exception {
    if (number % CALLS_AN_IMPORT == CALLS_AN_IMPORT - 1) {
      importFile();
    } else {
      kinds.get((int) (number % kinds.size())).run(number);
    }
  }

  /** Returns how many files were imported. */
  long imports() {
    return imports.get();
  }

  /** Returns when the graph has what the last import changed. */
  void awaitGraph() throws InterruptedException {
    new LineageReader(client).await(lastSequence.get());
  }

  private void readArtifact(long number) {
    GetArtifactRequest request =
        GetArtifactRequest.newBuilder().setName(sample.name(number)).build();
    require(
        client
            .catalogue()
            .getArtifact(request)
            .getArtifact()
            .getName()
            .equals(sample.name(number)));
  }

  private void listArtifacts(long number) {
    ListArtifactsRequest request = ListArtifactsRequest.newBuilder().setPageSize(50).build();
    require(client.catalogue().listArtifacts(request).getArtifactsCount() == 50);
  }

  /** Begins to follow what changes, and goes. */
  private void follow(long number) throws Exception {
    StreamChangesRequest request =
        StreamChangesRequest.newBuilder().setAfterSequence(sample.lastSequence()).build();
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      long head =
          call.call(() -> client.catalogue().streamChanges(request).next().getHeadSequence());
      require(head >= sample.lastSequence());
    }
  }

  private void walk(long number) {
    GetLineageRequest request =
        GetLineageRequest.newBuilder().addNames(sample.name(number)).build();
    require(isFirst(client.lineage().getLineage(request).getNodesList(), number));
  }

  private void stream(long number) {
    TraverseRequest request = TraverseRequest.newBuilder().addNames(sample.name(number)).build();
    boolean[] found = {false};
    client
        .lineage()
        .traverse(request)
        .forEachRemaining(part -> found[0] |= isFirst(part.getNodesList(), number));
    require(found[0]);
  }

  private void readFamily(long number) {
    GetFamilyRequest request = GetFamilyRequest.newBuilder().setName(SampleHub.SHOWN_MODEL).build();
    require(client.lineage().getFamily(request).getMembersCount() > 1);
  }

  private void countImpact(long number) {
    CountImpactRequest request =
        CountImpactRequest.newBuilder().addNames(SampleHub.SHOWN_MODEL).build();
    require(client.lineage().countImpact(request).getTotalCount() > 1);
  }

  private void checkLicences(long number) {
    ListLicenseFindingsRequest request =
        ListLicenseFindingsRequest.newBuilder().addNames(SampleHub.SHOWN_MODEL).build();
    require(client.compliance().listLicenseFindings(request).getVerdictCountsCount() > 0);
  }

  private void readValuation(long number) {
    GetValuationRequest request = GetValuationRequest.newBuilder().setName(valuation).build();
    require(client.valuation().getValuation(request).getValuation().getName().equals(valuation));
  }

  private void readLedger(long number) {
    ListEvaluationsRequest request =
        ListEvaluationsRequest.newBuilder().setParent(valuation).build();
    require(client.valuation().listEvaluations(request).getEvaluationsCount() == evaluations);
  }

  private void listValuations(long number) {
    require(
        client
                .valuation()
                .listValuations(ListValuationsRequest.getDefaultInstance())
                .getValuationsCount()
            == 1);
  }

  private void importFile() throws IOException {
    StringBuilder table = new StringBuilder("id\tcreated_at\tdownloads\tlikes\ttags\n");
    long turn = imports.incrementAndGet();
    for (int model = 0; model < IMPORTED_MODELS; model++) {
      table.append(
          "soak/model-%d\t2026-01-01T00:00:00.000Z\t%d\t0\tlicense:mit\n".formatted(model, turn));
    }
    byte[] content = table.toString().getBytes(StandardCharsets.UTF_8);
    long sequence =
        FileImport.result(
                new FileImport(client)
                    .run(SampleHub.FILE_NAME, new ByteArrayInputStream(content), _ -> {}))
            .getLastSequence();
    lastSequence.accumulateAndGet(sequence, Math::max);
  }

  private boolean isFirst(List<LineageNode> nodes, long number) {
    return !nodes.isEmpty() && nodes.getFirst().getName().equals(sample.name(number));
  }

  private static void require(boolean isRight) {
    if (!isRight) {
      throw new IllegalStateException("a wrong answer");
    }
  }
}
