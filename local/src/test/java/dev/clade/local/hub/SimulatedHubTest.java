package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class SimulatedHubTest {
  private static final RepositoryKind MODEL = RepositoryKind.MODEL;

  @Test
  void aChangeIsLaterThanAnythingOnTheHub() {
    SimulatedHub hub = TestHub.of(2);
    Instant future = Instant.parse("2030-01-01T00:00:00Z");
    hub.setCommits(
        MODEL, "a/r00", List.of(new HubCommit("c0ffee", List.of("a"), future, "Late", "")));

    Repository changed = hub.modify(MODEL, "a/r01", builder -> builder.likes(77));

    assertThat(changed.lastModified()).isEqualTo(future.plusSeconds(1));
    assertThat(changed.likes()).isEqualTo(77);
    assertThat(hub.commits(MODEL, "a/r01").getFirst().id()).isEqualTo(changed.sha());
    assertThat(hub.update(MODEL, "a/r01", builder -> builder.likes(78)).lastModified())
        .isEqualTo(changed.lastModified());
  }

  @Test
  void changesCanCarryTheSameTime() {
    SimulatedHub hub = new SimulatedHub(TestHub.BEGIN, Duration.ZERO);
    hub.add(Repository.builder(MODEL, "a/b", TestHub.BEGIN).build());

    String first = hub.modify(MODEL, "a/b").sha();
    Repository second = hub.modify(MODEL, "a/b");

    assertThat(second.lastModified()).isEqualTo(TestHub.BEGIN);
    assertThat(second.sha()).isNotEqualTo(first).hasSize(40);
    assertThat(hub.commits(MODEL, "a/b")).hasSize(3);
  }

  @Test
  void whatIsDeletedLeavesNothingBehind() {
    SimulatedHub hub = TestHub.of(2);
    hub.rename(MODEL, "a/r00", "a/zero");
    hub.setCard(MODEL, "a/zero", "# Zero");
    hub.delete(MODEL, "a/zero");

    assertThat(hub.presentName(MODEL, "a/r00")).isEmpty();
    assertThatThrownBy(() -> hub.card(MODEL, "a/zero"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("models/a/zero");
    hub.add(Repository.builder(MODEL, "a/zero", TestHub.BEGIN).build());
    assertThat(hub.card(MODEL, "a/zero")).isEmpty();
  }

  @Test
  void namesThatAreTakenAreNotGivenAgain() {
    SimulatedHub hub = TestHub.of(2);

    assertThatThrownBy(() -> hub.rename(MODEL, "a/r00", "a/r01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hub.redirect(MODEL, "a/r00", "a/r01"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
