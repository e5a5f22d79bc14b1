package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.powerlaw.Plausibility;
import dev.clade.lineage.ecosystem.powerlaw.PowerLawFit;
import dev.clade.lineage.ecosystem.powerlaw.TailComparison;
import dev.clade.lineage.ecosystem.powerlaw.Vuong;
import dev.clade.report.Table;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The tables of power laws and of what they are held against. */
final class PowerLawTables {
  private static final String LOGNORMAL = "lognormal";
  private static final String EXPONENTIAL = "exponential";

  private PowerLawTables() {}

  static Table fits(ActivityStudy study) {
    Table.Builder table =
        Table.named("power_laws", "The power law that fits each measure best")
            .text("kind", "Kind")
            .text("measure", "Measure")
            .whole("n", "Values above 0")
            .whole("xmin", "From this value on")
            .real("alpha", "Exponent α")
            .real("alpha_error", "Its standard error")
            .whole("tail", "Values of the tail")
            .real("tail_share", "Share of the values above 0")
            .real("distance", "Kolmogorov–Smirnov distance")
            .real("p", "p of the bootstrap")
            .whole("replicates", "Replicates")
            .text("verdict", "By itself")
            .text("against_lognormal", "Beside a lognormal")
            .text("against_exponential", "Beside an exponential");
    each(
        study,
        (labels, law) -> {
          PowerLawFit fit = law.fit();
          table.row(
              DistributionTables.cells(
                  labels,
                  Stream.of(
                      fit.total(),
                      fit.law().xmin(),
                      fit.law().alpha(),
                      fit.standardError(),
                      fit.tail(),
                      fit.tail() / (double) fit.total(),
                      fit.distance(),
                      law.plausibility().map(Plausibility::pValue).orElse(Double.NaN),
                      law.plausibility().map(Plausibility::replicates).orElse(0),
                      law.plausibility()
                          .map(found -> found.isPlausible() ? "plausible" : "ruled out")
                          .orElse("not asked"),
                      words(law.comparison().lognormalVerdict(), LOGNORMAL),
                      words(law.comparison().exponentialVerdict(), EXPONENTIAL))));
        });
    return table.build();
  }

  static Table comparisons(ActivityStudy study) {
    Table.Builder table =
        Table.named("tail_comparisons", "Power laws beside other distributions of the same tail")
            .text("kind", "Kind")
            .text("measure", "Measure")
            .text("alternative", "Alternative")
            .real("mu", "Its μ")
            .real("sigma", "Its σ")
            .real("lambda", "Its λ")
            .text("degenerate", "Has become a power law")
            .real("log_ratio", "R, positive for the power law")
            .real("statistic", "R/(σ√n)")
            .real("p", "p")
            .text("verdict", "Verdict");
    each(
        study,
        (labels, law) -> {
          TailComparison found = law.comparison();
          Object[] names = labels.toArray();
          add(
              table,
              names,
              Stream.of(
                  LOGNORMAL,
                  found.lognormal().tail().mu(),
                  found.lognormal().tail().sigma(),
                  Double.NaN,
                  found.lognormal().isDegenerate() ? "yes" : "no"),
              found.lognormalTest(),
              words(found.lognormalVerdict(), LOGNORMAL));
          add(
              table,
              names,
              Stream.of(EXPONENTIAL, Double.NaN, Double.NaN, found.exponential().lambda(), "no"),
              found.exponentialTest(),
              words(found.exponentialVerdict(), EXPONENTIAL));
        });
    return table.build();
  }

  private static void add(
      Table.Builder table, Object[] labels, Stream<?> alternative, Vuong test, String verdict) {
    table.row(
        DistributionTables.cells(
            Stream.of(labels),
            alternative,
            Stream.of(test.logRatio(), test.statistic(), test.pValue(), verdict)));
  }

  private static String words(Vuong.Verdict verdict, String alternative) {
    return switch (verdict) {
      case POWER_LAW -> "the power law is better";
      case ALTERNATIVE -> "the %s is better".formatted(alternative);
      case NOT_DISTINGUISHABLE -> "not distinguishable";
    };
  }

  private static void each(
      ActivityStudy study, BiConsumer<Stream<String>, PowerLawActivity> consumer) {
    study
        .kinds()
        .forEach(
            (kind, found) ->
                found
                    .measures()
                    .forEach(
                        (measure, activity) ->
                            activity
                                .powerLaw()
                                .ifPresent(
                                    law ->
                                        consumer.accept(
                                            Stream.of(
                                                ActivityTables.label(kind),
                                                ActivityTables.label(measure)),
                                            law))));
  }
}
