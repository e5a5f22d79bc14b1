package dev.clade.lineage.server.feature;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.v1.FeatureSet;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeatureSetFaultsTest extends FeatureServerTest {
  private static final String CHUNKS = "SELECT count(*) FROM lineage.file_chunk";

  /** As after a kill: the lease of a holder that nobody is runs out. */
  @Test
  void aSetWhoseServerIsGoneIsTakenOverAndNothingIsKeptTwice() throws SQLException, IOException {
    made(wish());
    long before = number(CHUNKS);
    FeatureSet set;
    synchronized (activity) {
      set = create(wish());
      eventually(
          () ->
              assertThat(
                      change(
                          """
                          UPDATE lineage.feature_set
                          SET holder = gen_random_uuid(), lease_end = now() - INTERVAL '1 s'
                          WHERE state = 'MAKING' AND attempts = 1
                          """))
                  .isEqualTo(1));
    }
    assertThat(ended(set).getState()).isEqualTo(FeatureSet.State.STATE_READY);
    assertThat(number("SELECT attempts FROM lineage.feature_set WHERE " + is(set))).isEqualTo(2);
    assertThat(records(set)).hasSize(5);
    eventually(() -> assertThat(number(CHUNKS)).isEqualTo(before + 1));
  }

  @Test
  void aSetThatEndsItsServersIsGivenUp() throws SQLException {
    String id = UUID.randomUUID().toString();
    made(wish());
    change(
        """
        INSERT INTO lineage.feature_set (id, state, snapshot_time, attempts)
        VALUES ('%s', 'MAKING', now(), 5)
        """
            .formatted(id));
    FeatureSet set = ended(FeatureSet.newBuilder().setName("featureSets/" + id).build());
    assertThat(set.getState()).isEqualTo(FeatureSet.State.STATE_FAILED);
    assertThat(set.getFailure()).contains("begun 5 times");
  }

  @Test
  void whyASetCouldNotBeMadeIsToldAndAnotherCanBe() throws SQLException {
    made(wish());
    long before = number(CHUNKS);
    FeatureSet set;
    activity.setAway(true);
    try {
      set = ended(create(wish()));
    } finally {
      activity.setAway(false);
    }
    assertThat(set.getState()).isEqualTo(FeatureSet.State.STATE_FAILED);
    assertThat(set.getFailure()).isNotEmpty().doesNotContain("dev.clade", "io.grpc");
    assertThat(made(wish()).getName()).isNotEqualTo(set.getName());
    eventually(() -> assertThat(number(CHUNKS)).isEqualTo(before + 1));
  }

  @Test
  void whatKilledServersLeftOfFilesIsSwept() throws SQLException {
    made(wish());
    change(
        """
        INSERT INTO lineage.file_chunk (file, position, content, create_time)
        VALUES (gen_random_uuid(), 0, 'x', now() - INTERVAL '2 days'),
               (gen_random_uuid(), 0, 'y', now() - INTERVAL '1 hour')
        """);
    long before = number(CHUNKS);
    made(wish());
    eventually(() -> assertThat(number(CHUNKS)).isEqualTo(before));
    change("DELETE FROM lineage.file_chunk WHERE content = 'y'");
  }

  private static String is(FeatureSet set) {
    return "'featureSets/' || id = '%s'".formatted(set.getName());
  }
}
