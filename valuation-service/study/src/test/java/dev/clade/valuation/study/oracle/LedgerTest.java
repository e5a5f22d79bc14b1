package dev.clade.valuation.study.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.study.oracle.Tier.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Evaluation FIRST =
      new Evaluation(new Tier(Kind.RETRAINED, 10), new Coalition(3, 0b101), 0);
  private static final Evaluation SECOND =
      new Evaluation(new Tier(Kind.SPARSIFIED, 5), new Coalition(3, 0b010), 1);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("below").resolve("game.ledger");
  }

  @Test
  void whatWasWrittenIsReadAgainToTheLastBit() throws IOException {
    Ledger ledger = Ledger.open(file, 3, "a game");
    ledger.add(FIRST, new Ledger.Row(1.5, Map.of("b", 1.0 / 3, "a", -1e-300)));
    ledger.add(SECOND, new Ledger.Row(0.5, Map.of("a", 2.0)));
    Ledger again = Ledger.open(file, 3, "a game");
    assertThat(again.row(FIRST)).isEqualTo(ledger.row(FIRST));
    assertThat(again.table("a", FIRST::equals).mean(FIRST.coalition())).isEqualTo(-1e-300);
    assertThat(again.row(SECOND).orElseThrow().seconds()).isEqualTo(0.5);
  }

  @Test
  void whatAKillLeftHalfWrittenIsDroppedAndComputedAgain() throws IOException {
    Ledger ledger = Ledger.open(file, 3, "a game");
    ledger.add(FIRST, new Ledger.Row(1, Map.of("a", 1.0)));
    Files.writeString(file, "SPARSIFIED,5,2,1,0.5,a=", StandardOpenOption.APPEND);
    Ledger again = Ledger.open(file, 3, "a game");
    assertThat(again.has(FIRST)).isTrue();
    assertThat(again.has(SECOND)).isFalse();
    again.add(SECOND, new Ledger.Row(1, Map.of("a", 2.0)));
    assertThat(Ledger.open(file, 3, "a game").has(SECOND)).isTrue();
  }

  @Test
  void whatIsKnownStays() throws IOException {
    Ledger ledger = Ledger.open(file, 3, "a game");
    ledger.add(FIRST, new Ledger.Row(1, Map.of("a", 1.0)));
    ledger.add(FIRST, new Ledger.Row(1, Map.of("a", 2.0)));
    assertThat(ledger.row(FIRST).orElseThrow().utilities()).containsEntry("a", 1.0);
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void aLedgerOfSomethingElseIsRefused() throws IOException {
    Ledger.open(file, 3, "a game");
    assertThatThrownBy(() -> Ledger.open(file, 3, "another game"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is the ledger of something else");
  }
}
