package dev.clade.ingest.contract;

import static dev.clade.ingest.contract.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RenamingContractTest extends IngestTest {
  PostgresServer postgres;
  private Tables tables;

  @BeforeEach
  void openTables() {
    tables = new Tables(postgres);
  }

  @Test
  void anOldNameIsAnsweredByThePresentArtifact() {
    models("new/a");
    tables.alias("models/a", "models/new/a");

    assertThat(get("models/a").getName()).isEqualTo("models/new/a");
  }

  @Test
  void aRenamedArtifactIsAnsweredByItsPresentOneAcrossSeveralRenamings() {
    models("first/b", "second/b", "third/b");
    renamed("models/first/b", "models/second/b");
    assertThat(get("models/first/b").getName()).isEqualTo("models/second/b");

    renamed("models/second/b", "models/third/b");

    assertThat(get("models/first/b").getName()).isEqualTo("models/third/b");
    assertThat(get("models/third/b").getName()).isEqualTo("models/third/b");
  }

  @Test
  void aNameThatWasGivenAnewIsItsNewOwners() {
    models("given/c", "moved/c");
    tables.alias("models/given/c", "models/moved/c");

    assertThat(get("models/given/c").getName()).isEqualTo("models/given/c");
  }

  @Test
  void aRenamedArtifactAnswersForItselfUntilThePresentOneIsThere() {
    models("early/d");
    renamed("models/early/d", "models/late/d");
    assertThat(get("models/early/d").getName()).isEqualTo("models/early/d");

    models("late/d");

    assertThat(get("models/early/d").getName()).isEqualTo("models/late/d");
  }

  @Test
  void namesThatLeadInACircleOrNowhereEnd() {
    models("round/e", "round/f");
    renamed("models/round/e", "models/round/f");
    renamed("models/round/f", "models/round/e");
    tables.alias("models/lost/g", "models/lost/h");

    assertThat(get("models/round/e").getName()).startsWith("models/round/");
    assertFails(Reason.ARTIFACT_NOT_FOUND, () -> get("models/lost/g"));
  }

  private void models(String... ids) {
    StringBuilder table = new StringBuilder(HEADER);
    for (String id : ids) {
      table.append(row(id, 1, ""));
    }
    client.importText("models.tsv", table.toString());
  }

  private void renamed(String from, String to) {
    tables.alias(from, to);
    tables.run(
        "UPDATE ingest.artifact SET availability = 5, renamed_to = ? WHERE name = ?", to, from);
    tables.touch(from);
    // The service's view of the feed's head is up to a poll old.
    client.importText("models.tsv", HEADER + row("bystander/x", System.nanoTime(), ""));
  }

  private Artifact get(String name) {
    return client
        .catalogue()
        .getArtifact(GetArtifactRequest.newBuilder().setName(name).build())
        .getArtifact();
  }
}
