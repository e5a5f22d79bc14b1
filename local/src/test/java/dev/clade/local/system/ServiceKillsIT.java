package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL of the catalogue under imports and reads, and of the graph under walks. Claims: nothing
 * acknowledged is lost, no edge is there twice, a request id has one import, and clients hear of
 * nothing but an outage. The smallest work that can refute them: families of six models.
 */
final class ServiceKillsIT {
  private static final long LONGEST_PAUSE_MILLIS = 400;
  private static final int POLLS = 6_000;

  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.start();
    long sequence =
        FileImport.result(
                new FileImport(mesh.client())
                    .run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {}))
            .getLastSequence();
    new LineageReader(mesh.client()).await(sequence);
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void nothingThatTheCatalogueAcknowledgedIsLost() throws Exception {
    Outages outages = new Outages();
    ImportHistory history = new ImportHistory(mesh.client(), outages);
    AtomicLong reads = new AtomicLong();
    history.importNext();

    killUnderLoad(
        Service.INGEST,
        history.roots()::size,
        List.of(
            history::importNext,
            () -> {
              history.readAny();
              return reads.incrementAndGet();
            }));

    assertThat(outages.unexplained()).isEmpty();
    assertThat(reads).hasPositiveValue();
    long lastSequence = 0;
    for (String name : history.operations().values()) {
      Operation operation = history.look(name);
      ImportResult result = FileImport.result(operation);
      assertThat(result.getCounts().getCreated()).isEqualTo(ImportHistory.CHILDREN + 1);
      lastSequence = Math.max(lastSequence, result.getLastSequence());
    }
    assertThat(imports())
        .as("one a request id, and the sample")
        .hasSize(history.operations().size() + 1);
    new LineageReader(mesh.client()).await(lastSequence);
    history.roots().forEach(ServiceKillsIT::assertWhole);
    assertSound();
  }

  @Test
  void theGraphAnswersAsBefore() throws Exception {
    Outages outages = new Outages();
    AtomicLong walks = new AtomicLong();
    GetLineageResponse before = walk(SampleHub.SHOWN_MODEL);
    assertThat(before.getNodesCount()).isGreaterThan(1);

    killUnderLoad(
        Service.LINEAGE,
        walks::get,
        List.of(
            () -> {
              GetLineageResponse now = outages.outlast(() -> walk(SampleHub.SHOWN_MODEL));
              assertThat(now.getNodesList()).isEqualTo(before.getNodesList());
              return walks.incrementAndGet();
            }));

    assertThat(outages.unexplained()).isEmpty();
    assertSound();
  }

  /** A piece of work that is done again and again. */
  private interface Work {
    Object run() throws Exception;
  }

  private static void killUnderLoad(Service service, LongSupplier done, List<Work> load)
      throws Exception {
    Recoveries recoveries = new Recoveries("SIGKILL of " + service.label());
    Random random = new Random(1);
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService clients = Executors.newFixedThreadPool(load.size())) {
      List<Future<?>> running =
          load.stream().<Future<?>>map(work -> clients.submit(() -> repeat(work, over))).toList();
      for (int round = 0; round < Rounds.count(); round++) {
        awaitMore(done, 1, running);
        Thread.sleep(random.nextLong(LONGEST_PAUSE_MILLIS));
        mesh.mesh().process(service).kill();
        long begin = System.nanoTime();
        mesh.mesh().restart(service);
        awaitMore(done, 1, running);
        recoveries.addSince(begin);
      }
      over.set(true);
      for (Future<?> client : running) {
        client.get();
      }
    }
    recoveries.print();
  }

  private static Void repeat(Work work, AtomicBoolean over) throws Exception {
    while (!over.get()) {
      work.run();
    }
    return null;
  }

  private static void awaitMore(LongSupplier done, long more, List<Future<?>> running)
      throws Exception {
    long goal = done.getAsLong() + more;
    for (int look = 0; look < POLLS && done.getAsLong() < goal; look++) {
      for (Future<?> client : running) {
        if (client.isDone()) {
          client.get();
        }
      }
      Thread.sleep(10);
    }
    assertThat(done.getAsLong()).as("work goes on").isGreaterThanOrEqualTo(goal);
  }

  private static List<Operation> imports() {
    List<Operation> all = new ArrayList<>();
    ListOperationsRequest.Builder request = ListOperationsRequest.newBuilder().setName("imports");
    ListOperationsResponse page;
    do {
      page = mesh.client().operations().listOperations(request.build());
      all.addAll(page.getOperationsList());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return all;
  }

  private static void assertWhole(String root) {
    GetLineageResponse family = walk(root);
    assertThat(family.getNodesList()).as(root).hasSize(ImportHistory.CHILDREN + 1);
    assertThat(family.getNodesList())
        .allMatch(LineageNode::getCatalogued)
        .filteredOn(node -> node.getDepth() == 1)
        .allSatisfy(child -> assertThat(child.getEdgesList()).hasSize(1));
  }

  private static GetLineageResponse walk(String name) {
    return new LineageReader(mesh.client())
        .lineage(
            GetLineageRequest.newBuilder()
                .addNames(name)
                .setDirection(Direction.DIRECTION_DOWNSTREAM)
                .build());
  }

  private static void assertSound() throws Exception {
    Clade.Run fsck =
        Clade.run(
            Map.of(),
            "fsck",
            "--target",
            "%s,%s,%s"
                .formatted(
                    mesh.mesh().endpoints().ingest(),
                    mesh.mesh().endpoints().lineage(),
                    mesh.mesh().endpoints().valuation()));
    assertThat(fsck.exitCode()).as(fsck.output()).isZero();
  }
}
