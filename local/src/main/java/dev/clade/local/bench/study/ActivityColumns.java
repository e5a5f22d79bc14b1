package dev.clade.local.bench.study;

import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.hub.HubTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Downloads and likes of models, of a real table or drawn.
 *
 * <p>Drawn ones have the shape of July 2024: half of the downloads and 85 % of the likes are 0, the
 * others follow discrete power laws from 1 on with exponents 1.68 and 1.97, by the transformation
 * of Clauset, Shalizi and Newman (2009), appendix D.
 *
 * @param description what they are
 * @param downloads a number a model
 * @param likes a number a model
 */
@SuppressWarnings("ArrayRecordComponent") // Columns that are measured on, never compared.
record ActivityColumns(String description, long[] downloads, long[] likes) {
  static final double DOWNLOADS_ALPHA = 1.68;
  static final double LIKES_ALPHA = 1.97;

  private static final double UNUSED = 0.5;
  private static final double UNLIKED = 0.85;

  /** Returns the columns of the table that is given, else as many drawn ones as told. */
  static ActivityColumns of(BenchOptions options, int size) throws IOException {
    if (options.data().isEmpty()) {
      return drawn(size, options.seed());
    }
    try (BufferedReader lines = HubTable.open(options.data().get())) {
      List<String> header = List.of(lines.readLine().split("\t", -1));
      int downloads = header.indexOf("downloads");
      int likes = header.indexOf("likes");
      if (downloads < 0 || likes < 0) {
        throw new IllegalArgumentException("the table must have columns downloads and likes");
      }
      List<String[]> rows = lines.lines().map(line -> line.split("\t", -1)).toList();
      return new ActivityColumns(
          "%,d models of %s".formatted(rows.size(), options.data().get().getFileName()),
          rows.stream().mapToLong(row -> Long.parseLong(row[downloads])).toArray(),
          rows.stream().mapToLong(row -> Long.parseLong(row[likes])).toArray());
    }
  }

  private static ActivityColumns drawn(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new ActivityColumns(
        "%,d drawn models, seed %d".formatted(size, seed),
        column(random, size, UNUSED, DOWNLOADS_ALPHA),
        column(random, size, UNLIKED, LIKES_ALPHA));
  }

  private static long[] column(SplittableRandom random, int size, double zeros, double alpha) {
    long[] column = new long[size];
    for (int i = 0; i < size; i++) {
      if (random.nextDouble() >= zeros) {
        double uniform = 1 - random.nextDouble();
        column[i] = Math.min(1L << 40, (long) (0.5 * Math.pow(uniform, -1 / (alpha - 1)) + 0.5));
      }
    }
    return column;
  }
}
