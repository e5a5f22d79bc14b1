package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.ImportCounts;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListQuarantinedRecordsRequest;
import dev.clade.ingest.v1.QuarantinedRecord;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.lineage.v1.ExportFormat;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.Valuation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input over the wire: each call names what is wrong, and every service goes on. */
final class BadInputIT {
  private static TestMesh mesh;

  /**
   * A call that must fail.
   *
   * @param name what is wrong with it
   * @param field metadata that names the culprit: a field, or the resource that does not exist
   */
  record BadCall(String name, Consumer<MeshClient> call, Reason reason, String field) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.start();
    new FileImport(mesh.client()).run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {});
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @ParameterizedTest
  @MethodSource
  void namesReasonAndCulprit(BadCall bad) {
    CladeException failure =
        Assertions.catchThrowableOfType(
            CladeException.class,
            () ->
                TypedErrors.call(
                    () -> {
                      bad.call.accept(mesh.client());
                      return null;
                    }));

    assertThat(failure).as("must fail").isNotNull();
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(bad.reason);
    assertThat(failure.metadata().values()).as(failure.getMessage()).anyMatch(bad.field::equals);
    assertThat(failure.getMessage())
        .doesNotContain("Exception", "dev.clade", "io.quarkus", "SELECT", "postgres");
  }

  static Stream<BadCall> namesReasonAndCulprit() {
    return Stream.of(
        artifact("no name", "", Reason.FIELD_REQUIRED, "name"),
        artifact("no collection", "gpt2", Reason.ARTIFACT_NOT_FOUND, "gpt2"),
        artifact(
            "unknown artifact",
            "models/nobody/nothing",
            Reason.ARTIFACT_NOT_FOUND,
            "models/nobody/nothing"),
        list(
            "negative page size",
            ListArtifactsRequest.newBuilder().setPageSize(-1),
            Reason.FIELD_OUT_OF_RANGE),
        list(
            "no page token at all",
            ListArtifactsRequest.newBuilder().setPageToken("!"),
            Reason.PAGE_TOKEN_INVALID),
        new BadCall(
            "page token of another query",
            client -> {
              String token =
                  client
                      .catalogue()
                      .listArtifacts(ListArtifactsRequest.newBuilder().setPageSize(1).build())
                      .getNextPageToken();
              client
                  .catalogue()
                  .listArtifacts(
                      ListArtifactsRequest.newBuilder()
                          .setAuthor("openai")
                          .setPageToken(token)
                          .build());
            },
            Reason.PAGE_TOKEN_MISMATCH,
            "page_token"),
        new BadCall(
            "a place in the feed before its beginning",
            client ->
                client
                    .catalogue()
                    .streamChanges(StreamChangesRequest.newBuilder().setAfterSequence(-1).build())
                    .next(),
            Reason.FIELD_OUT_OF_RANGE,
            "after_sequence"),
        new BadCall(
            "unknown upload",
            client ->
                client
                    .imports()
                    .startImport(
                        StartImportRequest.newBuilder()
                            .setUpload("uploads/" + new UUID(0x4000L, Long.MIN_VALUE))
                            .setRequestId(UUID.randomUUID().toString())
                            .build()),
            Reason.UPLOAD_NOT_FOUND,
            "uploads/" + new UUID(0x4000L, Long.MIN_VALUE)),
        lineage("no names", GetLineageRequest.newBuilder(), Reason.FIELD_REQUIRED, "names"),
        lineage(
            "depth too large",
            GetLineageRequest.newBuilder().addNames("models/gpt2").setMaxDepth(101),
            Reason.FIELD_OUT_OF_RANGE,
            "max_depth"),
        lineage(
            "negative number of nodes",
            GetLineageRequest.newBuilder().addNames("models/gpt2").setMaxNodes(-1),
            Reason.FIELD_OUT_OF_RANGE,
            "max_nodes"),
        new BadCall(
            "family of nobody",
            client ->
                client
                    .lineage()
                    .getFamily(
                        GetFamilyRequest.newBuilder().setName("models/nobody/nothing").build()),
            Reason.ARTIFACT_NOT_FOUND,
            "models/nobody/nothing"),
        export("a document of no format", "models/gpt2", Reason.FIELD_REQUIRED, "format"),
        export(
            "a document of nobody",
            "models/nobody/nothing",
            Reason.ARTIFACT_NOT_FOUND,
            "models/nobody/nothing"),
        new BadCall(
            "no contributors",
            client ->
                client
                    .valuation()
                    .createImageSet(
                        CreateImageSetRequest.newBuilder()
                            .setImageSet(DrawnImages.draw(0).toBuilder().clearContributors())
                            .build()),
            Reason.FIELD_REQUIRED,
            "image_set.contributors"),
        new BadCall(
            "unknown metric",
            client -> create(client, "beauty", UUID.randomUUID().toString()),
            Reason.FIELD_UNKNOWN_VALUE,
            "valuation.utility"),
        new BadCall(
            "malformed request id",
            client -> create(client, "neg_log_fid", "again"),
            Reason.FIELD_MALFORMED,
            "request_id"),
        new BadCall(
            "request id of another request",
            client -> {
              String id = UUID.randomUUID().toString();
              create(client, "neg_log_fid", id);
              create(client, "class_entropy", id);
            },
            Reason.REQUEST_ID_REUSED,
            "request_id"),
        new BadCall(
            "unknown valuation",
            client ->
                client
                    .valuation()
                    .getValuation(
                        GetValuationRequest.newBuilder()
                            .setName("valuations/" + new UUID(0x4000L, Long.MIN_VALUE))
                            .build()),
            Reason.VALUATION_NOT_FOUND,
            "valuations/" + new UUID(0x4000L, Long.MIN_VALUE)));
  }

  @Test
  void keepsRefusedRecordsAndImportsTheRest() throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    line(file, "id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags");
    line(file, "good/first\t\t1\t1\t\t\t");
    line(file, "bad/columns\t1");
    line(file, "bad/downloads\t\tmany\t1\t\t\t");
    file.write("bad/utf8\t\t1\t1\t".getBytes(StandardCharsets.UTF_8));
    file.write(0xc3);
    line(file, "(\t\t");
    line(file, "bad/long\t\t1\t1\t\t\t" + "x".repeat(10 << 20));
    line(file, "\t\t1\t1\t\t\t");
    line(file, "good/last\t\t1\t1\t\t\t");

    Operation operation =
        new FileImport(mesh.client())
            .run("mixed.tsv", new ByteArrayInputStream(file.toByteArray()), progress -> {});

    ImportCounts counts = FileImport.result(operation).getCounts();
    assertThat(counts.getRecords()).isEqualTo(7);
    assertThat(counts.getCreated()).isEqualTo(2);
    assertThat(counts.getQuarantined()).isEqualTo(5);
    List<QuarantinedRecord> refused =
        mesh.client()
            .imports()
            .listQuarantinedRecords(
                ListQuarantinedRecordsRequest.newBuilder().setParent(operation.getName()).build())
            .getQuarantinedRecordsList();
    assertThat(refused).extracting(QuarantinedRecord::getLine).containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(refused)
        .extracting(QuarantinedRecord::getReason)
        .containsExactly(
            "COLUMN_COUNT", "FIELD_MALFORMED", "MALFORMED_UTF8", "LINE_TOO_LONG", "FIELD_MISSING");
    assertThat(refused.get(2).getRaw().toByteArray())
        .as("the raw bytes are kept as they were")
        .contains(0xc3);
  }

  private static BadCall artifact(String what, String name, Reason reason, String field) {
    return new BadCall(
        what,
        client ->
            client.catalogue().getArtifact(GetArtifactRequest.newBuilder().setName(name).build()),
        reason,
        field);
  }

  private static BadCall list(String what, ListArtifactsRequest.Builder request, Reason reason) {
    return new BadCall(
        what,
        client -> client.catalogue().listArtifacts(request.build()),
        reason,
        reason == Reason.FIELD_OUT_OF_RANGE ? "page_size" : "page_token");
  }

  private static BadCall lineage(
      String what, GetLineageRequest.Builder request, Reason reason, String field) {
    return new BadCall(what, client -> client.lineage().getLineage(request.build()), reason, field);
  }

  private static BadCall export(String what, String name, Reason reason, String culprit) {
    ExportLineageRequest.Builder request = ExportLineageRequest.newBuilder().setName(name);
    if (reason != Reason.FIELD_REQUIRED) {
      request.setFormat(ExportFormat.EXPORT_FORMAT_JSON);
    }
    return new BadCall(
        what, client -> client.exports().exportLineage(request.build()).next(), reason, culprit);
  }

  private static void create(MeshClient client, String utility, String requestId) {
    ImageSet drawn = DrawnImages.draw(0);
    ImageSet small =
        drawn.toBuilder().clearContributors().addContributors(drawn.getContributors(0)).build();
    String images = new ValuationRuns(client).store(small).getName();
    client
        .valuation()
        .createValuation(
            CreateValuationRequest.newBuilder()
                .setValuation(
                    Valuation.newBuilder()
                        .setImageSet(images)
                        .setUtility(utility)
                        .setReplicateCount(1))
                .setRequestId(requestId)
                .build());
  }

  private static void line(ByteArrayOutputStream file, String text) {
    file.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
