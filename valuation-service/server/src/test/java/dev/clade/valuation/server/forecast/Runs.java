package dev.clade.valuation.server.forecast;

import com.google.common.collect.ImmutableSortedMap;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.Denoiser;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.domain.TrainerSettings;
import dev.clade.valuation.server.domain.TrainingMethod;
import dev.clade.valuation.server.domain.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Runs that no database has. */
public final class Runs {
  private static final UUID ID = new UUID(0, 1);

  private Runs() {}

  /** Returns the specification of an exact run of so many contributors with two replicates. */
  public static RunSpec spec(int contributors) {
    return spec(contributors, Optional.empty());
  }

  static RunSpec spec(int contributors, PrecisionTarget precision) {
    return spec(contributors, Optional.of(precision));
  }

  private static RunSpec spec(int contributors, Optional<PrecisionTarget> precision) {
    return new RunSpec(
        new Subject(Subject.Kind.IMAGE_SET, "set"),
        new TrainerSettings(
            300,
            64,
            64,
            0.004,
            512,
            25,
            TrainingMethod.RETRAIN,
            0,
            0,
            Denoiser.PERCEPTRON,
            0,
            "",
            ImmutableSortedMap.of()),
        "neg_log_fid",
        EstimatorKind.EXACT,
        1 << contributors,
        2,
        -1,
        0,
        1,
        Budget.UNLIMITED,
        precision,
        false);
  }

  /** Returns a run that goes on. */
  public static Run of(RunSpec spec, Progress progress, Usage usage, Optional<Price> price) {
    int contributors = Integer.numberOfTrailingZeros(spec.coalitionBudget());
    return new Run(
        ID,
        spec,
        IntStream.range(0, contributors).mapToObj(i -> "c" + i).toList(),
        RunState.RUNNING,
        progress,
        List.of(),
        usage,
        price,
        Optional.empty(),
        0,
        "",
        "",
        Instant.EPOCH,
        Optional.empty());
  }
}
