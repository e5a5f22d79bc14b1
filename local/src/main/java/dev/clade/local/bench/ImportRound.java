package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportResult;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One import of a file into an empty catalogue.
 *
 * @param counts what became of the records
 * @param uploadSeconds until the service had the file
 * @param importSeconds from the call that starts the import to the operation that is done
 * @param largestLag most changes that the graph was behind the catalogue meanwhile
 * @param catchUpSeconds from the end of the import until the graph had all of it
 * @param artifactCount artifacts in the catalogue afterwards
 */
record ImportRound(
    ImportCounts counts,
    double uploadSeconds,
    double importSeconds,
    long largestLag,
    double catchUpSeconds,
    long artifactCount) {
  static ImportRound run(MeshClient client, Path data) throws IOException, InterruptedException {
    FileImport imports = new FileImport(client);
    LineageReader lineage = new LineageReader(client);
    long begin = System.nanoTime();
    String upload;
    try (InputStream content = Files.newInputStream(data)) {
      upload = imports.upload(data.getFileName().toString(), content).getUpload();
    }
    long uploaded = System.nanoTime();
    Operation operation = imports.start(upload);
    long largestLag = 0;
    while (!operation.getDone()) {
      Thread.sleep(50);
      largestLag = Math.max(largestLag, lag(client, lineage));
      operation = imports.look(operation.getName());
    }
    long imported = System.nanoTime();
    ImportResult result = FileImport.result(operation);
    lineage.await(result.getLastSequence());
    long caughtUp = System.nanoTime();
    return new ImportRound(
        result.getCounts(),
        (uploaded - begin) / 1e9,
        (imported - uploaded) / 1e9,
        largestLag,
        (caughtUp - imported) / 1e9,
        stats(client).getArtifactCount());
  }

  double rowsPerSecond() {
    return counts.getRecords() / importSeconds;
  }

  boolean addsUp(long rows) {
    long accounted =
        counts.getCreated() + counts.getUpdated() + counts.getUnchanged() + counts.getQuarantined();
    return counts.getRecords() == rows && accounted == rows && artifactCount == counts.getCreated();
  }

  private static long lag(MeshClient client, LineageReader lineage) {
    GetPositionResponse position = lineage.position();
    return Math.max(0, stats(client).getHeadSequence() - position.getAppliedSequence());
  }

  private static GetCatalogueStatsResponse stats(MeshClient client) {
    return client.call(
        Service.INGEST,
        () -> client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
  }
}
