package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertFails;
import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.ListQuarantinedRecordsResponse;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.UploadFileRequest;
import dev.clade.ingest.v1.UploadFileResponse;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportContractTest extends IngestTest {

  @Test
  void aTableIsImportedAndToldOf() throws IOException {
    byte[] table =
        (HEADER + row("import/a", 1, "en|license:mit") + row("import/b", 2, ""))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(table);
    }
    UploadFileResponse upload = client.upload("models.tsv.gz", compressed.toByteArray());
    assertThat(upload.getSizeBytes()).isEqualTo(compressed.size());
    assertThat(upload.getSha256()).matches("[0-9a-f]{64}");

    Operation done = client.await(client.start(upload.getUpload()));

    ImportMetadata metadata = IngestClient.metadata(done);
    assertThat(metadata.getState()).isEqualTo(ImportMetadata.State.STATE_SUCCEEDED);
    assertThat(metadata.getSource()).isEqualTo("models.tsv.gz");
    assertThat(metadata.getTotalBytes()).isEqualTo(compressed.size());
    assertThat(metadata.getReadBytes()).isEqualTo(compressed.size());
    assertThat(metadata.getCounts()).isEqualTo(counts(2, 0, 0, 0));
    assertThat(done.hasResponse()).isTrue();
    assertThat(
            client
                .catalogue()
                .getArtifact(GetArtifactRequest.newBuilder().setName("models/import/a").build())
                .getArtifact()
                .getImport())
        .isEqualTo(done.getName());
  }

  @Test
  void importingAgainChangesNothing() {
    String table = HEADER + row("again/a", 1, "en") + row("again/b", 2, "base_model:again/a");
    client.importText("models.tsv", table);
    long head = head();

    Operation again = client.importText("models.tsv", table);

    assertThat(IngestClient.metadata(again).getCounts()).isEqualTo(counts(0, 0, 2, 0));
    assertThat(head()).isEqualTo(head);
  }

  @Test
  void whatChangedIsUpdatedAndTheLastOfSeveralRecordsCounts() {
    client.importText("models.tsv", HEADER + row("twice/a", 1, "") + row("twice/b", 1, ""));
    long head = head();

    Operation done =
        client.importText(
            "models.tsv",
            HEADER + row("twice/a", 2, "") + row("twice/a", 3, "") + row("twice/b", 1, ""));

    assertThat(IngestClient.metadata(done).getCounts()).isEqualTo(counts(0, 1, 2, 0));
    assertThat(head()).isEqualTo(head + 1);
    assertThat(
            client
                .catalogue()
                .getArtifact(GetArtifactRequest.newBuilder().setName("models/twice/a").build())
                .getArtifact()
                .getDownloadCount())
        .isEqualTo(3);
  }

  @Test
  void badRecordsAreKeptWithTheirReasonAndTheImportGoesOn() throws IOException {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.write((HEADER + row("bad/good", 1, "en")).getBytes(StandardCharsets.UTF_8));
    table.write("bad/columns\tonly two\n".getBytes(StandardCharsets.UTF_8));
    table.write(new byte[] {'b', 'a', 'd', '/', (byte) 0xff, '\n'});
    table.write(row("bad/negative", -1, "").getBytes(StandardCharsets.UTF_8));
    table.write(row("bad id", 1, "").getBytes(StandardCharsets.UTF_8));
    table.write(row("bad/nul", 1, "a\0b").getBytes(StandardCharsets.UTF_8));
    table.write("bad/huge\t".getBytes(StandardCharsets.UTF_8));
    byte[] huge = new byte[10_000_000];
    Arrays.fill(huge, (byte) 'x');
    table.write(huge);
    table.write('\n');
    table.write(row("bad/last", 1, "").getBytes(StandardCharsets.UTF_8));

    Operation done = client.importBytes("models.tsv", table.toByteArray());

    assertThat(IngestClient.metadata(done).getCounts()).isEqualTo(counts(2, 0, 0, 6));
    List<QuarantinedRecord> refused =
        quarantined(done.getName(), 0, "").getQuarantinedRecordsList();
    assertThat(refused)
        .extracting(QuarantinedRecord::getLine)
        .containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(refused)
        .extracting(QuarantinedRecord::getReason)
        .containsExactly(
            "COLUMN_COUNT",
            "MALFORMED_UTF8",
            "FIELD_OUT_OF_RANGE",
            "FIELD_MALFORMED",
            "FIELD_MALFORMED",
            "LINE_TOO_LONG");
    assertThat(refused)
        .extracting(QuarantinedRecord::getField)
        .containsExactly("", "", "downloads", "id", "tags", "");
    assertThat(refused.get(1).getRaw())
        .isEqualTo(ByteString.copyFrom(new byte[] {'b', 'a', 'd', '/', (byte) 0xff}));
    QuarantinedRecord last = refused.getLast();
    assertThat(last.getRaw().size()).isEqualTo(4096);
    assertThat(last.getRawSizeBytes()).isEqualTo(huge.length + "bad/huge\t".length());
  }

  @Test
  void refusedRecordsArePaged() {
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = 0; i < 7; i++) {
      table.append("one column\n");
    }
    String name = client.importText("models.tsv", table.toString()).getName();

    ListQuarantinedRecordsResponse first = quarantined(name, 3, "");
    ListQuarantinedRecordsResponse second = quarantined(name, 3, first.getNextPageToken());
    ListQuarantinedRecordsResponse third = quarantined(name, 3, second.getNextPageToken());

    assertThat(first.getQuarantinedRecordsList())
        .extracting(QuarantinedRecord::getLine)
        .containsExactly(2L, 3L, 4L);
    assertThat(third.getQuarantinedRecordsList())
        .extracting(QuarantinedRecord::getLine)
        .containsExactly(8L);
    assertThat(third.getNextPageToken()).isEmpty();
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "page_size", () -> quarantined(name, -1, ""));
    assertFails(Reason.IMPORT_NOT_FOUND, () -> quarantined("imports/" + UUID.randomUUID(), 0, ""));
  }

  @Test
  void aRequestIdNamesOneImport() {
    String upload =
        client
            .upload("models.tsv", (HEADER + row("once/a", 1, "")).getBytes(StandardCharsets.UTF_8))
            .getUpload();
    String other = client.upload("models.tsv", HEADER.getBytes(StandardCharsets.UTF_8)).getUpload();
    UUID requestId = UUID.randomUUID();

    Operation first = client.start(upload, requestId);
    Operation repeated = client.start(upload, requestId);

    assertThat(repeated.getName()).isEqualTo(first.getName());
    assertFails(Reason.REQUEST_ID_REUSED, () -> client.start(other, requestId));
    client.await(first);
    assertThat(client.start(upload, requestId).getName()).isEqualTo(first.getName());
    assertFails(Reason.UPLOAD_NOT_FOUND, () -> client.start(upload, UUID.randomUUID()));
  }

  @Test
  void aFileOfAnotherFormatFailsWithTheRuleItBreaks() {
    Operation failed = client.importText("models.tsv", "name\tlikes\na\t1\n");

    assertThat(IngestClient.metadata(failed).getState())
        .isEqualTo(ImportMetadata.State.STATE_FAILED);
    assertThat(failed.getError().getMessage()).contains("header line", "created_at");
  }

  @Test
  void aDamagedFileKeepsWhatWasReadAndFails() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write((HEADER + row("cut/a", 1, "")).getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(compressed.toByteArray(), compressed.size() - 12);

    Operation failed = client.importBytes("models.tsv.gz", cut);

    assertThat(IngestClient.metadata(failed).getState())
        .isEqualTo(ImportMetadata.State.STATE_FAILED);
    assertThat(failed.getError().getMessage()).contains("gzip");
  }

  @Test
  void uploadsAreChecked() {
    assertInvalid(Reason.FIELD_REQUIRED, "file_name", () -> client.send(List.of(chunk("x"))));
    assertInvalid(Reason.FIELD_REQUIRED, "file_name", () -> client.send(List.of()));
    assertInvalid(
        Reason.FIELD_MALFORMED, "file_name", () -> client.send(List.of(file("../x.tsv"))));
    assertInvalid(
        Reason.FIELD_MALFORMED,
        "file_name",
        () -> client.send(List.of(file("x.tsv"), file("y.tsv"))));
    assertInvalid(
        Reason.FIELD_REQUIRED,
        "content",
        () -> client.send(List.of(UploadFileRequest.getDefaultInstance())));
    assertFails(
        Reason.REQUEST_TOO_LARGE, () -> client.upload("large.tsv", new byte[64 * 1024 * 1024 + 1]));
  }

  @Test
  void requestsAreChecked() {
    String upload = client.upload("models.txt", new byte[0]).getUpload();
    assertInvalid(Reason.FIELD_UNKNOWN_VALUE, "format", () -> client.start(upload));
    assertInvalid(Reason.FIELD_REQUIRED, "upload", () -> client.start(""));
    assertInvalid(Reason.FIELD_MALFORMED, "upload", () -> client.start("uploads/7"));
    assertFails(Reason.UPLOAD_NOT_FOUND, () -> client.start("uploads/" + UUID.randomUUID()));
    assertInvalid(
        Reason.FIELD_MALFORMED, "request_id", () -> client.start(upload, new UUID(0x1000L, 0)));
    assertFails(Reason.IMPORT_NOT_FOUND, () -> operation("imports/" + UUID.randomUUID()));
    assertInvalid(Reason.FIELD_MALFORMED, "name", () -> operation("valuations/1"));
  }

  @Test
  void operationsAreListedInTheirOrder() {
    String first = client.importText("models.tsv", HEADER).getName();
    String second = client.importText("models.tsv", HEADER).getName();

    List<String> names = new java.util.ArrayList<>();
    String token = "";
    do {
      ListOperationsResponse page =
          client
              .operations()
              .listOperations(
                  ListOperationsRequest.newBuilder()
                      .setName("imports")
                      .setPageSize(2)
                      .setPageToken(token)
                      .build());
      page.getOperationsList().forEach(operation -> names.add(operation.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(names).doesNotHaveDuplicates().containsSubsequence(first, second);
  }

  private ListQuarantinedRecordsResponse quarantined(String parent, int pageSize, String token) {
    return client
        .imports()
        .listQuarantinedRecords(
            ListQuarantinedRecordsRequest.newBuilder()
                .setParent(parent)
                .setPageSize(pageSize)
                .setPageToken(token)
                .build());
  }

  private Operation operation(String name) {
    return client.operations().getOperation(GetOperationRequest.newBuilder().setName(name).build());
  }

  private long head() {
    return client
        .catalogue()
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance())
        .getHeadSequence();
  }

  private static UploadFileRequest file(String name) {
    return UploadFileRequest.newBuilder().setFileName(name).build();
  }

  private static UploadFileRequest chunk(String text) {
    return UploadFileRequest.newBuilder().setChunk(ByteString.copyFromUtf8(text)).build();
  }

  private static ImportCounts counts(long created, long updated, long unchanged, long quarantined) {
    return ImportCounts.newBuilder()
        .setRecords(created + updated + unchanged + quarantined)
        .setCreated(created)
        .setUpdated(updated)
        .setUnchanged(unchanged)
        .setQuarantined(quarantined)
        .build();
  }
}
