package dev.clade.valuation.study.oracle;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Utilities that were computed, each kept in a file as soon as it is known: whoever is killed goes
 * on where it was. Safe for use by several threads.
 *
 * <p>A line is an evaluation: kind and steps of its tier, members of the coalition in hexadecimal
 * digits, replicate, seconds, and utilities by name. What a kill left half written is dropped.
 */
public final class Ledger {
  private static final String FIRST_WORDS = "clade study ledger 1: ";

  private final Path file;
  private final int playerCount;
  private final SortedMap<Evaluation, Row> rows = new TreeMap<>();

  /**
   * What became of an evaluation.
   *
   * @param seconds how long it took
   * @param utilities by name
   */
  public record Row(double seconds, Map<String, Double> utilities) {
    /** Keeps a sorted copy. */
    public Row {
      utilities = Collections.unmodifiableSortedMap(new TreeMap<>(utilities));
    }
  }

  private Ledger(Path file, int playerCount) {
    this.file = file;
    this.playerCount = playerCount;
  }

  /**
   * Opens a ledger, or begins one.
   *
   * @param subject all that its utilities depend on, in one line
   * @throws IOException when the file cannot be read or written, or is of something else
   */
  public static Ledger open(Path file, int playerCount, String subject) throws IOException {
    Ledger ledger = new Ledger(file, playerCount);
    String heading = FIRST_WORDS + subject;
    if (Files.notExists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, heading + "\n");
      return ledger;
    }
    String content = Files.readString(file);
    String whole = content.substring(0, content.lastIndexOf('\n') + 1);
    List<String> lines = whole.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().equals(heading)) {
      throw new IOException(
          "%s is the ledger of something else; remove it, or give another folder".formatted(file));
    }
    if (whole.length() < content.length()) {
      Files.writeString(file, whole);
    }
    lines.stream().skip(1).forEach(ledger::read);
    return ledger;
  }

  /** Tells whether an evaluation is known. */
  public synchronized boolean has(Evaluation evaluation) {
    return rows.containsKey(evaluation);
  }

  /** Returns what is known of an evaluation. */
  public synchronized Optional<Row> row(Evaluation evaluation) {
    return Optional.ofNullable(rows.get(evaluation));
  }

  /** Adds what became of an evaluation; what is known already stays. */
  public synchronized void add(Evaluation evaluation, Row row) throws IOException {
    if (rows.putIfAbsent(evaluation, row) == null) {
      Files.write(
          file,
          (line(evaluation, row) + "\n").getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.APPEND);
    }
  }

  /**
   * Returns one utility of all evaluations that are wanted, as estimators read it.
   *
   * @param utility its name
   */
  public synchronized UtilityTable table(String utility, Predicate<Evaluation> wanted) {
    UtilityTable.Builder table = UtilityTable.builder(playerCount);
    rows.forEach(
        (evaluation, row) -> {
          if (wanted.test(evaluation)) {
            table.add(evaluation.coalition(), evaluation.replicate(), row.utilities().get(utility));
          }
        });
    return table.build();
  }

  private void read(String line) {
    String[] fields = line.split(",", -1);
    Evaluation evaluation =
        new Evaluation(
            new Tier(Tier.Kind.valueOf(fields[0]), Integer.parseInt(fields[1])),
            new Coalition(playerCount, Long.parseUnsignedLong(fields[2], 16)),
            Integer.parseInt(fields[3]));
    Map<String, Double> utilities =
        Arrays.stream(fields)
            .skip(5)
            .map(field -> field.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
    rows.put(evaluation, new Row(Double.parseDouble(fields[4]), utilities));
  }

  private static String line(Evaluation evaluation, Row row) {
    return "%s,%d,%x,%d,%s,%s"
        .formatted(
            evaluation.tier().kind(),
            evaluation.tier().steps(),
            evaluation.coalition().members(),
            evaluation.replicate(),
            row.seconds(),
            row.utilities().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(",")));
  }
}
