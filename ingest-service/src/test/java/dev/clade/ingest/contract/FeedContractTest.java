package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.error.Reason;
import io.grpc.Context;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedContractTest extends IngestTest {

  @Test
  void aReaderSeesChangesInOrderAndThenFollows() {
    long start = head();
    client.importText("models.tsv", HEADER + row("feed/a", 1, "") + row("feed/b", 1, ""));
    follow(
        start,
        batches -> {
          assertThat(namesUpTo(batches, start + 2))
              .containsExactly("models/feed/a", "models/feed/b");

          client.importText("models.tsv", HEADER + row("feed/a", 2, "") + row("feed/c", 1, ""));

          assertThat(namesUpTo(batches, start + 4))
              .containsExactly("models/feed/a", "models/feed/c");
        });
  }

  @Test
  void anArtifactThatChangedOftenAppearsOnceAtItsLatestChange() {
    long start = head();
    client.importText("models.tsv", HEADER + row("compact/a", 1, "") + row("compact/b", 1, ""));
    client.importText("models.tsv", HEADER + row("compact/a", 2, ""));

    follow(
        start,
        batches ->
            assertThat(namesUpTo(batches, start + 3))
                .containsExactly("models/compact/b", "models/compact/a"));
  }

  @Test
  void aSilentFeedShowsSignsOfLife() {
    long start = head();
    follow(
        start,
        batches -> {
          StreamChangesResponse sign = batches.next();
          assertThat(sign.getChangesList()).isEmpty();
          assertThat(sign.getHeadSequence()).isEqualTo(start);
        });
  }

  @Test
  void placesAreChecked() {
    assertInvalid(Reason.FIELD_OUT_OF_RANGE, "after_sequence", () -> follow(-1, Iterator::next));
    assertInvalid(
        Reason.FIELD_OUT_OF_RANGE, "after_sequence", () -> follow(head() + 1, Iterator::next));
  }

  private static List<String> namesUpTo(Iterator<StreamChangesResponse> batches, long last) {
    List<String> names = new ArrayList<>();
    long sequence = 0;
    while (sequence < last) {
      for (Change change : batches.next().getChangesList()) {
        assertThat(change.getSequence()).isGreaterThan(sequence);
        assertThat(change.getArtifact().getSequence()).isEqualTo(change.getSequence());
        sequence = change.getSequence();
        names.add(change.getArtifact().getName());
      }
    }
    return names;
  }

  private void follow(
      long after, java.util.function.Consumer<Iterator<StreamChangesResponse>> reader) {
    try (Context.CancellableContext call = Context.current().withCancellation()) {
      call.run(
          () ->
              reader.accept(
                  client
                      .catalogue()
                      .streamChanges(
                          StreamChangesRequest.newBuilder().setAfterSequence(after).build())));
    }
  }

  private long head() {
    return client
        .catalogue()
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance())
        .getHeadSequence();
  }
}
