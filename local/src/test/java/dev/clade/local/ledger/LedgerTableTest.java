package dev.clade.local.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.v1.Evaluation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerTableTest {
  /** Names that quoting must keep, and that columns of the ledger have, too. */
  private static final List<String> CONTRIBUTORS =
      List.of("-a.b", "Worker", "alice", "position", "replicate", "utility");

  private static final double[] HARD = {
    0.1 + 0.2,
    -0.0,
    Double.MIN_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_NORMAL,
    1e22,
    9_007_199_254_740_993.0,
    2.2250738585072011e-308,
    1.0 / 3,
    -1e-5
  };

  @TempDir private Path folder;

  @Test
  void aRowHasItsColumns() throws Exception {
    StringWriter out = new StringWriter();
    CsvLedger.write(
        LedgerTable.of(
            List.of("a", "b"),
            List.of(
                row(2, 0b10, 1, 5)
                    .putUtilities("neg_log_fid", -1.5)
                    .setReferenceHash("one, \"two\"")
                    .build())),
        out);
    assertThat(out)
        .hasToString(
            "a,b,replicate,position,neg_log_fid,reference_hash,duration_seconds,worker,create_time\r\n"
                + "0,1,1,5,-1.5,\"one, \"\"two\"\"\",0.25,w-1,2026-11-28T15:50:23.000001Z\r\n");
  }

  @Test
  void csvComesBackBitForBit() throws Exception {
    LedgerTable table = hard();
    Path file = folder.resolve("ledger.csv");
    try (var writer = Files.newBufferedWriter(file)) {
      CsvLedger.write(table, writer);
    }
    assertThat(ParquetLedger.is(file)).isFalse();
    assertThat(CsvLedger.read(file)).isEqualTo(table);
  }

  @Test
  void parquetComesBackBitForBit() throws Exception {
    List<String> plain = List.of("-a.b", "alice", "bob", "it's", "o\"o", "zed");
    LedgerTable table = new LedgerTable(plain, hard().utilities(), hard().rows());
    Path file = folder.resolve("it's a ledger.parquet");
    ParquetLedger.write(table, file);
    assertThat(ParquetLedger.is(file)).isTrue();
    assertThat(ParquetLedger.read(file)).isEqualTo(table);
  }

  @Test
  void namesThatParquetCannotTellApartAreRefused() {
    assertThatThrownBy(() -> ParquetLedger.write(hard(), folder.resolve("x.parquet")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("already exists");
  }

  @Test
  void contributorsMayBeInAnyOrder() {
    LedgerTable table =
        LedgerTable.parse(
            List.of(
                "b",
                "a",
                "replicate",
                "position",
                "u",
                "reference_hash",
                "duration_seconds",
                "worker",
                "create_time"),
            List.of(List.of("1", "0", "0", "3", "2", "r", "1", "w", "2026-01-01T00:00:00Z")));
    assertThat(table.contributors()).containsExactly("a", "b");
    assertThat(table.rows().getFirst().getCoalition().byteAt(0)).isEqualTo((byte) 0b10);
  }

  @Test
  void whatIsWrongIsNamed() {
    List<String> header =
        List.of(
            "a",
            "replicate",
            "position",
            "u",
            "reference_hash",
            "duration_seconds",
            "worker",
            "create_time");
    List<String> good = List.of("1", "0", "0", "2.5", "r", "1", "w", "2026-01-01T00:00:00Z");
    assertThat(LedgerTable.parse(header, List.of(good)).rows()).hasSize(1);
    for (int column : new int[] {0, 1, 2, 3, 5, 7}) {
      List<String> bad = new ArrayList<>(good);
      bad.set(column, "x");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LedgerTable.parse(header, List.of(good, bad)))
          .withMessageContaining("row 2")
          .withMessageContaining("column " + header.get(column));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerTable.parse(header, List.of(good.subList(1, 8))))
        .withMessageContaining("row 1 has 7 cells");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerTable.parse(header.subList(1, 8), List.of()))
        .withMessageContaining("1 to 64 different contributors");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerTable.parse(header.subList(0, 7), List.of()))
        .withMessageContaining("columns must be");
  }

  private static LedgerTable hard() {
    Random random = new Random(7);
    List<Evaluation> rows = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Evaluation.Builder row =
          row(6, i, i % 3, i)
              .setReferenceHash("ré\n\"f\", x")
              .putUtilities("a", HARD[i % HARD.length]);
      double any = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(any)) {
        row.putUtilities("b", any);
      }
      rows.add(row.build());
    }
    return LedgerTable.of(CONTRIBUTORS, rows);
  }

  private static Evaluation.Builder row(int players, long members, int replicate, int position) {
    return Evaluation.newBuilder()
        .setCoalition(ByteString.copyFrom(new Coalition(players, members).toBytes()))
        .setReplicate(replicate)
        .setPosition(position)
        .setDurationSeconds(0.25)
        .setWorker("w-1")
        .setCreateTime(Timestamp.newBuilder().setSeconds(1_795_881_023L).setNanos(1_000).build());
  }
}
