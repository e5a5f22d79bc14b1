package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.activity.ActivityOptions;
import dev.clade.lineage.ecosystem.activity.ActivityStudy;
import dev.clade.lineage.ecosystem.activity.KindActivity;
import dev.clade.lineage.ecosystem.activity.LicenseGroups;
import dev.clade.lineage.ecosystem.activity.Measure;
import dev.clade.lineage.ecosystem.activity.RepositoryTable;
import dev.clade.lineage.ecosystem.activity.SubField;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Machine;
import dev.clade.local.bench.Spread;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * How long the whole activity study takes on 500,000 models with downloads, likes, owners, tags and
 * licences: distributions, concentration, power laws with their comparisons, correlations,
 * sub-fields and groups of licences; without the bootstrap, which a report asks for by itself.
 */
public final class ActivityBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 5, "s");
  private static final int ROUNDS = 5;
  private static final int MODELS = 500_000;
  private static final List<String> LICENSES =
      List.of("apache-2.0", "mit", "cc-by-nc-4.0", "openrail", "llama2");
  private static final List<String> TAGS =
      List.of("text-generation", "image-classification", "text-to-image", "fill-mask", "other");

  @Override
  public String name() {
    return "activity";
  }

  @Override
  public String description() {
    return "the whole activity study on 500,000 models; goal: under 5 s";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    ActivityColumns columns = ActivityColumns.of(options, MODELS);
    RepositoryTable table = table(columns, options.seed());
    out.printf("%s%n%s%n", Machine.describe(), columns.description());
    List<Double> seconds = new ArrayList<>();
    KindActivity found = null;
    boolean same = true;
    for (int round = 0; round < options.rounds().orElse(ROUNDS); round++) {
      long start = System.nanoTime();
      KindActivity again =
          ActivityStudy.of(
                  Map.of(ArtifactKind.MODEL, table), LicenseGroups.shipped(), ActivityOptions.FAST)
              .kinds()
              .get(ArtifactKind.MODEL);
      seconds.add((System.nanoTime() - start) / 1e9);
      same &= found == null || found.equals(again);
      found = again;
    }
    boolean right = same && counts(found, columns);
    Spread spread = Spread.of(seconds);
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("seconds", spread.median());
    figures.put("first_seconds", seconds.getFirst());
    figures.put("heap_bytes_afterwards", (double) used);
    out.printf(
        "%s s, the first, cold round %.2f s; %,d MiB of heap afterwards, garbage included; %s%n",
        spread.toString(2),
        seconds.getFirst(),
        used >> 20,
        right ? "the same every time, and counts as a loop has them" : "WRONG");
    return new BenchResult(name(), Machine.describe(), figures, spread.median(), GOAL, right)
        .conclude("the whole study", out);
  }

  private static RepositoryTable table(ActivityColumns columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = columns.downloads().length;
    return new RepositoryTable(
        size,
        Map.of(Measure.DOWNLOADS, columns.downloads(), Measure.LIKES, columns.likes()),
        Optional.of(
            Stream.generate(() -> "owner" + (int) (size / 4.0 * Math.pow(random.nextDouble(), 2)))
                .limit(size)
                .toList()),
        Optional.of(
            Stream.generate(() -> SubField.of(List.of(TAGS.get(random.nextInt(TAGS.size())))))
                .limit(size)
                .toList()),
        Optional.of(
            Stream.generate(
                    () ->
                        random.nextInt(3) == 0
                            ? List.of(LICENSES.get(random.nextInt(LICENSES.size())))
                            : List.<String>of())
                .limit(size)
                .toList()));
  }

  private static boolean counts(KindActivity found, ActivityColumns columns) {
    return found.repositories() == columns.downloads().length
        && found.measures().get(Measure.DOWNLOADS).present()
            == Arrays.stream(columns.downloads()).filter(value -> value >= 0).count();
  }
}
