package dev.clade.valuation.server.forecast;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.domain.Pending;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunForecast;
import dev.clade.valuation.server.domain.Standing;
import dev.clade.valuation.server.store.StandingStore;
import dev.clade.valuation.server.store.TimingStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells of runs what they wait for and what is left of them. */
@ApplicationScoped
public class RunOutlook {
  /** A launcher looks every few seconds, so of a younger run it may not have said anything yet. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static final Standing.Launch ASKED_FOR =
      new Standing.Launch(Optional.empty(), "workers are asked for in a moment", 0);

  private final StandingStore standings;
  private final TimingStore timings;
  private final ValuationConfig config;

  @Inject
  RunOutlook(StandingStore standings, TimingStore timings, ValuationConfig config) {
    this.standings = standings;
    this.timings = timings;
    this.config = config;
  }

  /**
   * Looks ahead from where a run is.
   *
   * @param run that has not ended, with its values so far
   * @param table its utilities
   */
  public Uni<Outlook> of(Run run, UtilityTable table) {
    return standings
        .of(run.id())
        .flatMap(
            standing ->
                timings
                    .of(run)
                    .map(
                        seconds ->
                            new Outlook(
                                PendingRule.of(run, launched(run, standing)),
                                seconds.map(
                                    known ->
                                        RunForecaster.of(run, table, known, workers(standing))))));
  }

  /**
   * Forecasts a run that is not stored, from evaluations of others.
   *
   * @return nothing when none like its own was timed
   */
  public Uni<Optional<RunForecast>> forecast(Run run) {
    return timings
        .of(run)
        .map(
            seconds ->
                seconds.map(
                    known ->
                        RunForecaster.of(
                            run,
                            UtilityTable.builder(run.contributors().size()).build(),
                            known,
                            Math.max(1, config.launcher().local().workers()))));
  }

  private Standing launched(Run run, Standing standing) {
    boolean soon =
        standing.launch().isEmpty()
            && config.launcher().startsWorkers()
            && run.createTime().isAfter(Instant.now().minus(SOON));
    return soon ? standing.with(ASKED_FOR) : standing;
  }

  private int workers(Standing standing) {
    if (standing.workers() > 0) {
      return standing.workers();
    }
    return Math.max(
        1,
        standing
            .launch()
            .map(Standing.Launch::workers)
            .filter(count -> count > 0)
            .orElse(config.launcher().local().workers()));
  }

  /**
   * What is ahead of a run.
   *
   * @param pending why nothing of it is being evaluated; nothing when something is
   * @param forecast what is left; nothing while no evaluation like its own was timed
   */
  public record Outlook(Optional<Pending> pending, Optional<RunForecast> forecast) {
    /** Of a run that has ended. */
    public static final Outlook NONE = new Outlook(Optional.empty(), Optional.empty());
  }
}
