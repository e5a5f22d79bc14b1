package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import java.io.IOException;

/**
 * One import of artifacts that the catalogue does not have.
 *
 * @param counts what became of the records
 * @param importSeconds from the call that starts the import to the operation that is done
 * @param largestLag most changes that the graph was behind the catalogue meanwhile; 0 without one
 * @param catchUpSeconds from the end of the import until the graph had all of it; 0 without one
 * @param addedCount how many more artifacts the catalogue has afterwards
 */
record ImportRound(
    ImportCounts counts,
    double importSeconds,
    long largestLag,
    double catchUpSeconds,
    long addedCount) {

  /**
   * Imports.
   *
   * @param followed whether a graph follows the catalogue
   */
  static ImportRound run(MeshClient client, BenchSource source, boolean followed)
      throws IOException, InterruptedException {
    FileImport imports = new FileImport(client);
    LineageReader lineage = new LineageReader(client);
    source.prepare(client);
    long before = stats(client).getArtifactCount();
    long begin = System.nanoTime();
    Operation operation = source.start(client);
    long largestLag = 0;
    while (!operation.getDone()) {
      Thread.sleep(50);
      largestLag = followed ? Math.max(largestLag, lag(client, lineage)) : 0;
      operation = imports.look(operation.getName());
    }
    long imported = System.nanoTime();
    ImportResult result = FileImport.result(operation);
    if (followed) {
      lineage.await(result.getLastSequence());
    }
    long caughtUp = System.nanoTime();
    return new ImportRound(
        result.getCounts(),
        (imported - begin) / 1e9,
        largestLag,
        followed ? (caughtUp - imported) / 1e9 : 0,
        stats(client).getArtifactCount() - before);
  }

  /** Returns whether each of so many rows is an artifact or in quarantine. */
  boolean addsUp(long rows) {
    // A hub's crawl also updates: it finds old names of artifacts.
    return counts.getCreated() + counts.getQuarantined() == rows
        && addedCount == counts.getCreated();
  }

  private static long lag(MeshClient client, LineageReader lineage) {
    return Math.max(0, stats(client).getHeadSequence() - lineage.position().getAppliedSequence());
  }

  private static GetCatalogueStatsResponse stats(MeshClient client) {
    return client.call(
        Service.INGEST,
        () -> client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
  }
}
