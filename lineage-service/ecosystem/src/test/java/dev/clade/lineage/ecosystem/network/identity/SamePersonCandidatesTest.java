package dev.clade.lineage.ecosystem.network.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.network.graph.Edges;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Similarities are those that thefuzz 0.22.1 gives, its {@code token_set_ratio}. */
class SamePersonCandidatesTest {
  private static final List<String> NAMES =
      List.of("ada-lovelace", "Ada_Lovelace", "adalovelace1", "a.lovelace", "bob", "---");

  @Test
  void tiedAccountsOfNamesAlike() {
    Edges edges = new Edges();
    for (int author = 0; author < NAMES.size(); author++) {
      edges.add(0, author, 1);
    }
    edges.add(1, 2, 1);
    edges.add(4, 5, 1);
    assertThat(SamePersonCandidates.of(edges.undirected(NAMES.size()), NAMES::get))
        .containsExactly(
            new SamePerson(0, 1, 100),
            new SamePerson(0, 2, 96),
            new SamePerson(1, 2, 96),
            new SamePerson(0, 3, 90));
  }
}
