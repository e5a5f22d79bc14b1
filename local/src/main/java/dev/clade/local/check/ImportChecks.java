package dev.clade.local.check;

import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.ListQuarantinedRecordsResponse;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.util.List;

/** Do the imports' counts agree with each other and with what is in quarantine? */
public final class ImportChecks {
  private static final int LARGEST_PAGE = 200;

  private final MeshClient client;

  /** Creates checks that call through a client. */
  public ImportChecks(MeshClient client) {
    this.client = client;
  }

  /**
   * Returns what the checks found.
   *
   * @param quarantined records in quarantine as the catalogue counts them
   * @throws IOException when an import's metadata cannot be read
   */
  public List<Check> run(long quarantined) throws IOException {
    Sums sums = new Sums();
    ListOperationsRequest.Builder next =
        ListOperationsRequest.newBuilder().setName("imports").setPageSize(LARGEST_PAGE);
    do {
      ListOperationsResponse page =
          client.call(Service.INGEST, () -> client.operations().listOperations(next.build()));
      for (Operation operation : page.getOperationsList()) {
        add(operation, sums);
      }
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return List.of(
        new Check(
            "each import's records are new, changed, unchanged or refused",
            sums.unbalanced == 0,
            "%,d imports, %,d do not add up".formatted(sums.imports, sums.unbalanced)),
        Check.equal("refused records", "counted", quarantined, "by the imports", sums.quarantined),
        Check.equal("refused records", "by the imports", sums.quarantined, "listed", sums.listed));
  }

  private void add(Operation operation, Sums sums) throws IOException {
    ImportCounts counts = ImportRuns.metadata(operation).getCounts();
    sums.imports++;
    sums.unbalanced += isBalanced(counts) ? 0 : 1;
    sums.quarantined += counts.getQuarantined();
    // Also where it counts none: a record that is listed all the same is what this looks for.
    sums.listed += listed(operation.getName());
  }

  static boolean isBalanced(ImportCounts counts) {
    return counts.getRecords()
        == counts.getCreated()
            + counts.getUpdated()
            + counts.getUnchanged()
            + counts.getQuarantined();
  }

  private long listed(String name) {
    long records = 0;
    ListQuarantinedRecordsRequest.Builder next =
        ListQuarantinedRecordsRequest.newBuilder().setParent(name).setPageSize(LARGEST_PAGE);
    do {
      ListQuarantinedRecordsResponse page =
          client.call(Service.INGEST, () -> client.imports().listQuarantinedRecords(next.build()));
      records += page.getQuarantinedRecordsCount();
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return records;
  }

  private static final class Sums {
    private long imports;
    private long unbalanced;
    private long quarantined;
    private long listed;
  }
}
