package dev.clade.valuation.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.Coalition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final List<String> CONTRIBUTORS = List.of("alice", "bob");
  private static final List<LedgerEntry> ENTRIES =
      List.of(
          entry(0, 0, 0, 0.1, -0.0),
          entry(1, 0, 2, 1e-310, 1.0 / 3),
          entry(1, 1, 3, 2.5, -7),
          entry(2, 0, 1, 1e22, 4));

  /** The figure is of Python's json, struct and hashlib on the same rows. */
  @Test
  void theHashIsThatOfAnIndependentProgram() {
    assertThat(new Ledger(CONTRIBUTORS, ENTRIES).sha256())
        .isEqualTo("248383ee937bd9f7f6352d7b97dafe821bd7a5ac2d65bbb383a247e20b6e685e");
  }

  @Test
  void theHashDoesNotDependOnTheOrderOfRows() {
    assertThat(new Ledger(CONTRIBUTORS, ENTRIES.reversed()).sha256())
        .isEqualTo(new Ledger(CONTRIBUTORS, ENTRIES).sha256());
  }

  @Test
  void everyChangeChangesTheHash() {
    String hash = new Ledger(CONTRIBUTORS, ENTRIES).sha256();
    for (LedgerEntry other :
        List.of(
            entry(3, 0, 0, 0.1, -0.0),
            entry(0, 1, 0, 0.1, -0.0),
            entry(0, 0, 4, 0.1, -0.0),
            entry(0, 0, 0, Math.nextUp(0.1), -0.0),
            entry(0, 0, 0, 0.1, 0.0))) {
      List<LedgerEntry> changed = new ArrayList<>(ENTRIES);
      changed.set(0, other);
      assertThat(new Ledger(CONTRIBUTORS, changed).sha256()).isNotEqualTo(hash);
    }
    assertThat(new Ledger(List.of("alice", "eve"), ENTRIES).sha256()).isNotEqualTo(hash);
    assertThat(new Ledger(CONTRIBUTORS, ENTRIES.subList(1, 4)).sha256()).isNotEqualTo(hash);
  }

  @Test
  void valuesComeFromEntriesOfSmallerPositionsThatHaveTheUtility() {
    Ledger ledger = new Ledger(CONTRIBUTORS, ENTRIES);
    assertThat(ledger.table("a", 3).orElseThrow().mean(new Coalition(2, 1))).isEqualTo(1e-310);
    assertThat(ledger.table("a", 4).orElseThrow().mean(new Coalition(2, 1))).isEqualTo(1.25);
    assertThat(ledger.table("c", 4)).isEmpty();
  }

  private static LedgerEntry entry(long members, int replicate, int position, double a, double b) {
    TreeMap<String, Double> utilities = new TreeMap<>();
    utilities.put("a", a);
    utilities.put("b", b);
    return new LedgerEntry(
        new Coalition(2, members), replicate, position, utilities, "réf \"1\"\n");
  }
}
