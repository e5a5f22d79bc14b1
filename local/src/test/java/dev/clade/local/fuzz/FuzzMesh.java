package dev.clade.local.fuzz;

import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.ReportRuns;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.local.system.TestMesh;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.CreateContributorSetRequest;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.LabelledImages;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A mesh with something of everything in it: artifacts, imports, uploads that are no records, a
 * report, image sets, runs that are over and runs that wait. It starts no workers, and its hub
 * refuses everybody, so nothing that is asked of it costs much.
 */
final class FuzzMesh implements AutoCloseable {
  private static final int SIDE = 4;
  private static final int PIXELS = SIDE * SIDE;
  private static final int REFERENCE_IMAGES = 50;
  private static final int UPLOADS = 40;
  private static final String TRAINER = "fuzz";
  private static final List<Valuation.State> WAITING =
      List.of(Valuation.State.STATE_PENDING, Valuation.State.STATE_RUNNING);

  private final TestMesh mesh;
  private final RefusingHub hub;
  private final Map<String, String> words = new HashMap<>();

  private FuzzMesh(TestMesh mesh, RefusingHub hub) {
    this.mesh = mesh;
    this.hub = hub;
  }

  /**
   * Starts a mesh and fills it.
   *
   * @param seed says what its uploads hold
   */
  static FuzzMesh start(long seed) throws IOException, InterruptedException {
    RefusingHub hub = new RefusingHub();
    FuzzMesh started =
        new FuzzMesh(
            TestMesh.start(
                List.of(Service.values()),
                Map.of(
                    "CLADE_VALUATION_LAUNCHER_LOCAL_WORKERS",
                    "0",
                    "CLADE_INGEST_HUBS_HUGGINGFACE_URL",
                    hub.url(),
                    "CLADE_INGEST_LARGEST_UPLOAD",
                    "4M")),
            hub);
    try {
      started.fill(seed);
      return started;
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      started.close();
      throw e;
    }
  }

  private void fill(long seed) throws IOException, InterruptedException {
    words.put("MODEL", SampleHub.SHOWN_MODEL);
    words.put("DERIVED", "models/HuggingFaceH4/zephyr-7b-alpha");
    words.put("DATASET", "datasets/openwebtext");
    words.put("IDENTIFIER", "00000000-0000-4000-8000-000000000000");
    fillCatalogue(seed);
    fillLineage();
    fillValuation();
  }

  private void fillCatalogue(long seed) throws IOException, InterruptedException {
    FileImport files = new FileImport(mesh.client());
    Operation imported = files.run(SampleHub.FILE_NAME, SampleHub.open(), _ -> {});
    words.put("IMPORT", imported.getName());
    new LineageReader(mesh.client()).await(FileImport.result(imported).getLastSequence());
    RandomGenerator random = CaseGenerator.random(seed, -1);
    List<String> endings = List.of("tsv", "jsonl", "parquet", "json", "json.gz", "zip");
    for (int i = 0; i < UPLOADS; i++) {
      byte[] content = WireBytes.randomBytes(random.nextInt(2_000), random);
      words.put(
          "UPLOAD",
          files
              .upload(
                  "hostile." + endings.get(i % endings.size()), new ByteArrayInputStream(content))
              .getUpload());
    }
  }

  private void fillLineage() throws IOException {
    words.put(
        "REPORT",
        new ReportRuns(mesh.client())
            .get(CreateReportRequest.newBuilder().setAnalysis("activity").build(), () -> {})
            .getName());
  }

  private void fillValuation() {
    words.put("PIXELS", "0123456789abcdef");
    words.put("FIFTYIMAGES", "0123456789abcdef".repeat(REFERENCE_IMAGES));
    words.put("LABELS", "\\000\\001".repeat(REFERENCE_IMAGES / 2));
    ValuationRuns runs = new ValuationRuns(mesh.client());
    String images = runs.store(images()).getName();
    String people =
        mesh.client()
            .contributors()
            .createContributorSet(
                CreateContributorSetRequest.newBuilder().setContributorSet(people()).build())
            .getContributorSet()
            .getName();
    words.put("IMAGES", images);
    words.put("PEOPLE", people);
    FuzzWorker worker = new FuzzWorker(mesh.mesh().endpoints().valuation(), TRAINER);
    String over = runs.create(custom(people)).getName();
    worker.finish(over);
    words.put("RUN", over);
    words.put("PENDING", runs.create(custom(people)).getName());
    words.put("TASK", worker.lease(words.get("PENDING")));
    words.put("PAYOUT", FuzzWorker.payout(mesh.client(), over));
    worker.close();
  }

  private static Valuation custom(String people) {
    return Valuation.newBuilder()
        .setContributorSet(people)
        .setTrainer(TrainerSpec.newBuilder().setCustom(TRAINER))
        .setUtility("worth")
        .setReplicateCount(1)
        .build();
  }

  private static ContributorSet people() {
    return ContributorSet.newBuilder()
        .addContributors(DataContributor.newBuilder().setId("ada").setItemCount(3))
        .addContributors(DataContributor.newBuilder().setId("ben").setItemCount(1))
        .build();
  }

  private static ImageSet images() {
    return ImageSet.newBuilder()
        .setWidth(SIDE)
        .setHeight(SIDE)
        .addContributors(Contributor.newBuilder().setId("ada").setPixels(grey(2)))
        .addContributors(Contributor.newBuilder().setId("ben").setPixels(grey(1)))
        .setReference(
            LabelledImages.newBuilder().setPixels(grey(REFERENCE_IMAGES)).setLabels(labels()))
        .build();
  }

  private static ByteString grey(int images) {
    return ByteString.copyFrom(new byte[images * PIXELS]);
  }

  private static ByteString labels() {
    byte[] labels = new byte[REFERENCE_IMAGES];
    labels[0] = 1;
    return ByteString.copyFrom(labels);
  }

  /** Returns names of things in the mesh, by the words that stand for them in good requests. */
  Map<String, String> words() {
    return words;
  }

  /** Returns the mesh. */
  TestMesh mesh() {
    return mesh;
  }

  /** Ends the runs that calls have started; returns how many there were. */
  int endRuns() {
    ValuationRuns runs = new ValuationRuns(mesh.client());
    List<Valuation> waiting =
        runs.list().stream().filter(run -> WAITING.contains(run.getState())).toList();
    for (Valuation run : waiting) {
      if (!run.getName().equals(words.get("PENDING"))) {
        runs.cancel(run.getName());
      }
    }
    return waiting.size();
  }

  /** Asks each service something that only works when all of it does. */
  void assertAnswers() throws IOException {
    mesh.client().catalogue().listArtifacts(ListArtifactsRequest.getDefaultInstance());
    mesh.client()
        .lineage()
        .getFamily(GetFamilyRequest.newBuilder().setName(SampleHub.SHOWN_MODEL).build());
    new ReportRuns(mesh.client()).analyses();
    new ValuationRuns(mesh.client()).get(words.get("RUN"));
  }

  @Override
  public void close() throws IOException {
    mesh.close();
    hub.close();
  }
}
