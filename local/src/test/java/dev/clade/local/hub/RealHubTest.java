package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.testing.SharedData;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RealHubTest {
  private static final RepositoryKind MODEL = RepositoryKind.MODEL;

  private static SimulatedHub hub;

  @BeforeAll
  static void load() throws Exception {
    hub = RealHub.load(SharedData.require(""), 2_000, 500, 300);
  }

  @Test
  void hasAsManyAsAskedForAndAlwaysTheSame() throws Exception {
    SimulatedHub same = RealHub.load(SharedData.require(""), 2_000, 500, 300);

    for (RepositoryKind kind : RepositoryKind.values()) {
      assertThat(texts(hub, kind)).isEqualTo(texts(same, kind));
      assertThat(hub.listed(kind)).extracting(Repository::objectId).doesNotHaveDuplicates();
    }
    assertThat(hub.listed(MODEL)).hasSize(2_000);
    assertThat(hub.listed(RepositoryKind.DATASET)).hasSize(500);
    assertThat(hub.listed(RepositoryKind.SPACE)).hasSize(300);
  }

  @Test
  void hasWhatWasRecordedOfRealRepositories() {
    Repository punctuation = hub.get(MODEL, "1-800-BAD-CODE/punctuation_fullstop_truecase_english");
    assertThat(hub.commits(MODEL, punctuation.id())).hasSize(34);
    assertThat(punctuation.sha()).isEqualTo("b26fd1c40e88678859048898218ea4edcc24c84a");
    assertThat(hub.get(MODEL, "0-hero/led-large-legal-summary").objectId())
        .hasToString("63851b5b16ccd1034bb3e4b0");
    assertThat(hub.presentName(MODEL, "gpt2")).hasValue("openai-community/gpt2");
    assertThat(hub.get(RepositoryKind.DATASET, "0-hero/Matter-0.1").likes()).isEqualTo(53);
    assertThat(hub.listed(MODEL).stream().filter(model -> hasCard(hub, model))).isNotEmpty();
    assertThat(hub.listed(RepositoryKind.SPACE))
        .anyMatch(space -> space.json().getAsJsonArray("models").size() > 1);
  }

  @Test
  void fillsUpWithCopies() throws Exception {
    List<Repository> datasets =
        RealHub.load(SharedData.require(""), 10, 175_010, 0).listed(RepositoryKind.DATASET);

    assertThat(datasets).hasSize(175_010);
    assertThat(datasets.stream().filter(dataset -> dataset.id().endsWith("-copy-1"))).hasSize(10);
  }

  private static boolean hasCard(SimulatedHub hub, Repository model) {
    return hub.card(MODEL, model.id()).isPresent();
  }

  private static List<String> texts(SimulatedHub hub, RepositoryKind kind) {
    return hub.listed(kind).stream()
        .sorted(Comparator.comparing(Repository::id))
        .map(repository -> repository.json().toString())
        .toList();
  }
}
