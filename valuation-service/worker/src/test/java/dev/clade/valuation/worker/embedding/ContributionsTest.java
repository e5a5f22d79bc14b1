package dev.clade.valuation.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionsTest {
  private static final List<RepositoryRecord> RECORDS =
      List.of(
          record(RepositoryKind.MODEL, "google/bert"),
          record(RepositoryKind.MODEL, "gpt2"),
          record(RepositoryKind.DATASET, "Google/Bert"),
          record(RepositoryKind.SPACE, "x/y"));

  @Test
  void sourcesNameRowsRegardlessOfCase() {
    Contributions found =
        contributions("models/Google/BERT", "owners/GOOGLE", "kinds/datasets", "spaces/x/y");
    assertThat(rows(found, 0)).containsExactly(0);
    assertThat(rows(found, 1)).containsExactly(0, 2);
    assertThat(rows(found, 2)).containsExactly(2);
    assertThat(rows(found, 0, 3)).containsExactly(0, 3);
    assertThat(found.views(BitSet.valueOf(new long[] {1}))).isEqualTo(NetworkShape.USUAL_VIEWS);
    assertThat(rows(found)).isEmpty();
  }

  @Test
  void whoeverSharesViewsOutHasAllRows() {
    Contributions found = contributions("views/card", "views/lineage");
    assertThat(rows(found, 0)).containsExactly(0, 1, 2, 3);
    assertThat(found.views(BitSet.valueOf(new long[] {3})))
        .containsExactly(View.CARD, View.LINEAGE);
    assertThat(found.views(new BitSet())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models/none",
        "owners/nobody",
        "kinds/spoons",
        "views/identity",
        "https://x.example",
        "models"
      })
  void anUnknownSourceIsNamed(String source) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contributions("models/gpt2", source))
        .withMessageStartingWith("contributor \"c1\": the source \"%s\" ".formatted(source));
  }

  private static int[] rows(Contributions contributions, int... members) {
    BitSet coalition = new BitSet();
    IntStream.of(members).forEach(coalition::set);
    return contributions.rows(coalition).stream().toArray();
  }

  private static Contributions contributions(String... sources) {
    return new Contributions(
        IntStream.range(0, sources.length)
            .mapToObj(i -> new Contributor("c" + i, List.of(sources[i])))
            .toList(),
        RECORDS);
  }

  private static RepositoryRecord record(RepositoryKind kind, String id) {
    return RepositoryRecord.of(kind, id).build();
  }
}
