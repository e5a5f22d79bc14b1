package dev.clade.local.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.v1.Evaluation;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The evaluations of a run, one a row.
 *
 * @param contributors ids, ascending: bit i of a coalition is the i-th
 * @param utilities names, ascending
 * @param rows the evaluations
 */
public record LedgerTable(
    List<String> contributors, List<String> utilities, List<Evaluation> rows) {
  static final String REPLICATE = "replicate";
  static final String POSITION = "position";

  /** The columns behind those of utilities. */
  private static final List<String> LAST =
      List.of("reference_hash", "duration_seconds", "worker", "create_time");

  /** Copies the lists. */
  public LedgerTable {
    contributors = List.copyOf(contributors);
    utilities = List.copyOf(utilities);
    rows = List.copyOf(rows);
  }

  /** Returns the table of a ledger. */
  public static LedgerTable of(List<String> contributors, List<Evaluation> rows) {
    TreeSet<String> utilities = new TreeSet<>();
    rows.forEach(row -> utilities.addAll(row.getUtilitiesMap().keySet()));
    return new LedgerTable(contributors, List.copyOf(utilities), rows);
  }

  /** Returns the names of the columns. */
  List<String> header() {
    List<String> header = new ArrayList<>(contributors);
    header.add(REPLICATE);
    header.add(POSITION);
    header.addAll(utilities);
    header.addAll(LAST);
    return header;
  }

  /** Returns the texts of a row; numbers with as many digits as tell them from all others. */
  List<String> cells(Evaluation row) {
    Coalition coalition =
        Coalition.fromBytes(contributors.size(), row.getCoalition().toByteArray());
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < contributors.size(); i++) {
      cells.add(coalition.contains(i) ? "1" : "0");
    }
    cells.add(Integer.toString(row.getReplicate()));
    cells.add(Integer.toString(row.getPosition()));
    for (String utility : utilities) {
      Double value = row.getUtilitiesMap().get(utility);
      cells.add(value == null ? "" : value.toString());
    }
    cells.add(row.getReferenceHash());
    cells.add(Double.toString(row.getDurationSeconds()));
    cells.add(row.getWorker());
    cells.add(Timestamps.toString(row.getCreateTime()));
    return cells;
  }

  /**
   * Reads a table back; contributors may be in any order.
   *
   * @param header names of the columns
   * @param rows texts of the rows
   * @throws IllegalArgumentException naming the column, or the row and column, that are wrong
   */
  static LedgerTable parse(List<String> header, List<List<String>> rows) {
    int split = split(header);
    List<String> ids = header.subList(0, split);
    List<String> sorted = ids.stream().sorted().distinct().toList();
    if (sorted.isEmpty() || sorted.size() < ids.size() || sorted.size() > Coalition.MOST_PLAYERS) {
      throw new IllegalArgumentException(
          "the columns before \"replicate\" must be 1 to 64 different contributors: " + ids);
    }
    int[] player = ids.stream().mapToInt(sorted::indexOf).toArray();
    List<String> utilities = header.subList(split + 2, header.size() - LAST.size());
    List<Evaluation> evaluations = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      evaluations.add(new LedgerLine(i + 1, header, rows.get(i)).evaluation(player, utilities));
    }
    return new LedgerTable(sorted, utilities, evaluations);
  }

  /** Contributors and utilities are sorted, so that among them these two would be the other way. */
  private static int split(List<String> header) {
    int split =
        IntStream.range(0, header.size() - 1)
            .filter(i -> header.get(i).equals(REPLICATE) && header.get(i + 1).equals(POSITION))
            .findFirst()
            .orElse(-1);
    int last = header.size() - LAST.size();
    if (split < 0 || last < split + 2 || !header.subList(last, header.size()).equals(LAST)) {
      throw new IllegalArgumentException(
          "columns must be one a contributor, replicate, position, one a utility, and "
              + String.join(", ", LAST)
              + "; they are "
              + String.join(", ", header));
    }
    return split;
  }

  /** A row that is read. */
  private record LedgerLine(int number, List<String> header, List<String> cells) {
    Evaluation evaluation(int[] player, List<String> utilities) {
      if (cells.size() != header.size()) {
        throw new IllegalArgumentException(
            "row %d has %d cells for %d columns".formatted(number, cells.size(), header.size()));
      }
      long members = 0;
      for (int i = 0; i < player.length; i++) {
        if (whole(i, 1) == 1) {
          members |= 1L << player[i];
        }
      }
      Evaluation.Builder row =
          Evaluation.newBuilder()
              .setCoalition(ByteString.copyFrom(new Coalition(player.length, members).toBytes()))
              .setReplicate(whole(player.length, Integer.MAX_VALUE))
              .setPosition(whole(player.length + 1, Integer.MAX_VALUE));
      int column = player.length + 2;
      for (String utility : utilities) {
        if (!cells.get(column).isEmpty()) {
          row.putUtilities(utility, real(column));
        }
        column++;
      }
      row.setReferenceHash(cells.get(column))
          .setDurationSeconds(real(column + 1))
          .setWorker(cells.get(column + 2));
      try {
        row.setCreateTime(Timestamps.parse(cells.get(column + 3)));
      } catch (ParseException e) {
        throw wrong(column + 3, "a time");
      }
      return row.build();
    }

    private int whole(int column, int most) {
      try {
        int value = Integer.parseInt(cells.get(column));
        if (value >= 0 && value <= most) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw wrong(column, most == 1 ? "0 or 1" : "a whole number");
    }

    private double real(int column) {
      try {
        return Double.parseDouble(cells.get(column));
      } catch (NumberFormatException e) {
        throw wrong(column, "a number");
      }
    }

    private IllegalArgumentException wrong(int column, String rule) {
      return new IllegalArgumentException(
          "row %d must have %s in column %s: \"%s\""
              .formatted(number, rule, header.get(column), cells.get(column)));
    }
  }
}
