package dev.clade.lineage.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.clade.embedding.repository.DatedCommit;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.DeclaredRelation;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordReader;
import dev.clade.lineage.v1.CreateFeatureSetRequest;
import dev.clade.lineage.v1.FeatureSet;
import dev.clade.lineage.v1.GetFeatureSetRequest;
import dev.clade.lineage.v1.StreamFeatureSetRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeatureSetContractTest extends FeatureServerTest {
  @Test
  void aSetHoldsWhatTheCatalogueKnows() throws IOException {
    FeatureSet set = made(wish());
    assertThat(set.getRepositoryCount()).isEqualTo(5);
    assertThat(set.getSnapshotSequence()).isEqualTo(catalogue.head());
    assertThat(set.getSnapshotTime()).isEqualTo(set.getCreateTime());
    ByteString content = content(set);
    assertThat(set.getSizeBytes()).isEqualTo(content.size());
    assertThat(set.getDigest())
        .isEqualTo(Hashing.sha256().hashBytes(content.toByteArray()).toString());
    assertThat(new RecordReader(content.newInput()).snapshot())
        .isEqualTo(time(set.getSnapshotTime()));

    List<RepositoryRecord> records = records(set);
    assertThat(records)
        .extracting(record -> record.kind() + " " + record.id())
        .containsExactly(
            "MODEL x/base", "MODEL x/child", "MODEL x/trained", "DATASET x/data", "SPACE x/demo");
    assertThat(records.getFirst())
        .isEqualTo(
            RepositoryRecord.of(RepositoryKind.MODEL, "x/base")
                .created(Instant.parse("2023-01-31T00:00:00Z"))
                .observed(Instant.parse("2024-03-01T00:00:00Z"))
                .task("translation")
                .library("transformers")
                .licenses(List.of("mit"))
                .card("# Base\nIt translates.")
                .tags(List.of("translation", "en"))
                .number("storage_bytes", 123)
                .commit(new DatedCommit(Instant.parse("2023-02-01T00:00:00Z"), List.of("ann")))
                .commit(new DatedCommit(Instant.parse("2024-02-01T00:00:00Z"), List.of("bob")))
                .counts(new DatedCounts(Instant.parse("2023-03-01T00:00:00Z"), 7, 1))
                .counts(new DatedCounts(Instant.parse("2024-03-01T00:00:00Z"), 9, 1))
                .build());
    assertThat(records.get(1).relations())
        .containsExactly(
            new DeclaredRelation(RelationKind.FINETUNE, "x/base"),
            new DeclaredRelation(RelationKind.USED_IN, "x/demo"));
    assertThat(records.get(1).commits()).hasSize(1);
    assertThat(records.get(2).relations())
        .containsExactlyInAnyOrder(
            new DeclaredRelation(RelationKind.TRAINED_ON, "x/data"),
            new DeclaredRelation(RelationKind.PAPER, "1810.04805"));
    assertThat(records.getLast().card()).isEqualTo("A demo.");
  }

  @Test
  void whatIsLaterThanTheSnapshotIsLeftOut() throws IOException, ParseException {
    FeatureSet set = made(wish().setSnapshotTime(Timestamps.parse("2023-06-01T00:00:00Z")));
    List<RepositoryRecord> records = records(set);
    assertThat(records)
        .extracting(RepositoryRecord::id)
        .as("the child was created later")
        .containsExactly("x/base", "x/trained", "x/data", "x/demo");
    RepositoryRecord base = records.getFirst();
    assertThat(base.commits()).hasSize(1);
    assertThat(base.counts()).hasSize(1);
    assertThat(base.card()).as("it was read later").isEmpty();
    assertThat(records.get(1).relations()).as("they were read later").isEmpty();
  }

  @Test
  void whoAsksWhileOneIsMadeGetsThatOne() {
    CreateFeatureSetRequest.Builder first = wish();
    FeatureSet begun;
    synchronized (activity) {
      // Its first question to the catalogue waits for this test.
      begun = create(first);
      assertThat(begun.getState()).isEqualTo(FeatureSet.State.STATE_MAKING);
      assertThat(create(wish()).getName()).isEqualTo(begun.getName());
      assertThat(
              failure(
                      () ->
                          embeddings
                              .streamFeatureSet(
                                  StreamFeatureSetRequest.newBuilder()
                                      .setName(begun.getName())
                                      .build())
                              .hasNext())
                  .reason())
          .isEqualTo(Reason.FEATURE_SET_NOT_READY);
    }
    ended(begun);
    assertThat(create(first).getName()).as("the same request").isEqualTo(begun.getName());
    assertThat(made(wish()).getName()).isNotEqualTo(begun.getName());
  }

  @Test
  void theIdOfARequestIsNotForAnother() throws ParseException {
    CreateFeatureSetRequest.Builder request = wish();
    ended(create(request));
    request.setSnapshotTime(Timestamps.parse("2023-06-01T00:00:00Z"));
    assertThat(failure(() -> create(request)).reason()).isEqualTo(Reason.REQUEST_ID_REUSED);
  }

  @Test
  void aBrokenStreamIsTakenUpAgain() throws IOException {
    activity.breakOnceBehind(1);
    assertThat(records(made(wish()))).hasSize(5);
  }

  @Test
  void badRequestsNameWhatIsWrong() {
    assertRefused(CreateFeatureSetRequest.newBuilder(), Reason.FIELD_REQUIRED, "request_id");
    assertRefused(wish().setRequestId("no"), Reason.FIELD_MALFORMED, "request_id");
    assertRefused(
        wish().setSnapshotTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE)),
        Reason.FIELD_OUT_OF_RANGE,
        "snapshot_time");
    assertRefused(
        wish().setSnapshotTime(Timestamp.newBuilder().setSeconds(250_000_000_000L)),
        Reason.FIELD_OUT_OF_RANGE,
        "snapshot_time");
    FeatureSet none = FeatureSet.newBuilder().setName("featureSets/" + UUID.randomUUID()).build();
    assertThat(failure(() -> get(none)).reason()).isEqualTo(Reason.FEATURE_SET_NOT_FOUND);
    assertThat(failure(() -> content(none)).reason()).isEqualTo(Reason.FEATURE_SET_NOT_FOUND);
    assertThat(
            failure(
                () ->
                    embeddings.getFeatureSet(
                        GetFeatureSetRequest.newBuilder().setName("models/x").build())))
        .satisfies(each -> assertThat(each.metadata()).containsEntry("field", "name"));
  }

  private void assertRefused(CreateFeatureSetRequest.Builder request, Reason reason, String field) {
    CladeException failure = failure(() -> create(request));
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("field", field);
  }

  private static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
