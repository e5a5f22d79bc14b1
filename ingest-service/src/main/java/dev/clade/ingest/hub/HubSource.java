package dev.clade.ingest.hub;

import dev.clade.ingest.imports.BatchSource;
import dev.clade.ingest.store.ImportBatch;
import dev.clade.ingest.store.ImportProgress;
import dev.clade.ingest.store.ImportTask;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Reads a hub, step for step. Each batch is what one question brought. */
final class HubSource implements BatchSource {
  private static final long LOOK_AGAIN_MILLIS = 10;

  private final ImportTask task;
  private final HubClient client;
  private final Database database;
  private final Crawl crawl;
  private final long listedBefore;
  private List<CrawlStep> steps;
  private String from;
  private CrawlCheckpoint checkpoint;
  private boolean ended;

  /**
   * Opens a hub at a crawl's checkpoint.
   *
   * @param pacer of the hub's requests
   * @param listedBefore names that the last full listing saw
   */
  HubSource(
      ImportTask task,
      Hub hub,
      HubConfig config,
      DataSource source,
      RequestPacer pacer,
      long listedBefore) {
    this.task = task;
    this.client = new HubClient(config, task.requests(), pacer);
    this.database = new Database(source);
    this.listedBefore = listedBefore;
    this.crawl = new Crawl(hub, config, client, new CrawlItems(source, task.id()), task);
    this.from = task.checkpoint();
    this.checkpoint = from.isEmpty() ? begin(task, hub) : CrawlCheckpoint.ofText(from);
    this.steps = crawl.steps(checkpoint.scope(), began());
  }

  private static CrawlCheckpoint begin(ImportTask task, Hub hub) {
    CrawlScope chosen = hub.fullTime() == null ? CrawlScope.FULL : CrawlScope.CHANGES;
    CrawlScope scope = task.scope() == null ? chosen : CrawlScope.valueOf(task.scope());
    return new CrawlCheckpoint(scope, "", "", "", 0, 0);
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  @Override
  public ImportBatch next() throws IOException, InterruptedException {
    CrawlStep step = step();
    boolean atBeginning = checkpoint.place() == 0 && checkpoint.cursor().isEmpty();
    if (atBeginning && step.looksBack()) {
      awaitCommit();
    }
    if (atBeginning) {
      step.prepare(checkpoint);
    }
    StepResult result = step.next(checkpoint);
    if (checkpoint.began().isEmpty()) {
      begun();
    }
    CrawlCheckpoint to = checkpoint.at(result.cursor(), result.records());
    if (result.isEnded()) {
      ended = step.name().equals(FinishStep.NAME);
      to = ended ? to : to.before(following(step).name());
    }
    long expected = Math.max(listedBefore, step.expectedRecords());
    ImportBatch batch =
        new ImportBatch(
            from,
            to.toText(),
            new ImportProgress(step.phase(), 0, expected, client.requests()),
            result.rows(),
            result.refused(),
            result.parts(),
            ended);
    checkpoint = to;
    from = batch.to();
    return batch;
  }

  @Override
  public void close() {
    client.close();
  }

  private void begun() {
    Instant time = client.firstAnswerTime();
    checkpoint =
        new CrawlCheckpoint(
            checkpoint.scope(),
            time.toString(),
            checkpoint.step().isEmpty() ? steps.getFirst().name() : checkpoint.step(),
            checkpoint.cursor(),
            checkpoint.place(),
            checkpoint.records());
    steps = crawl.steps(checkpoint.scope(), time);
  }

  private Instant began() {
    return checkpoint.began().isEmpty() ? null : Instant.parse(checkpoint.began());
  }

  private CrawlStep step() {
    if (checkpoint.step().isEmpty()) {
      return steps.getFirst();
    }
    // A step that the configuration no longer has is over.
    return steps.stream()
        .filter(step -> step.name().equals(checkpoint.step()))
        .findFirst()
        .orElseGet(steps::getLast);
  }

  private CrawlStep following(CrawlStep step) {
    List<String> names = steps.stream().map(CrawlStep::name).toList();
    return steps.get(names.indexOf(step.name()) + 1);
  }

  /** Waits until everything that was read is in the catalogue. */
  private void awaitCommit() throws IOException, InterruptedException {
    while (!committed().equals(from)) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    }
  }

  private String committed() throws IOException, InterruptedException {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement("SELECT checkpoint FROM ingest.import WHERE id = ?")) {
            statement.setObject(1, task.id());
            try (ResultSet result = statement.executeQuery()) {
              return result.next() ? result.getString(1) : "";
            }
          }
        });
  }
}
