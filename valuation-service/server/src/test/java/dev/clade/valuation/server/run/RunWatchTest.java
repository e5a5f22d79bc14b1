package dev.clade.valuation.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.drain.Drain;
import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Usage;
import dev.clade.valuation.server.forecast.RunOutlook.Outlook;
import dev.clade.valuation.server.forecast.Runs;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class RunWatchTest extends ServerTest {
  private static final Progress BEFORE = new Progress(16, 0, 0, 0, 0);
  private static final Progress AFTER = new Progress(16, 1, 0, 0, 0);

  @Inject Drain drain;

  @Test
  void whoWaitsThroughAnHourOfOthersProgressIsToldOfHisRun() {
    int looksOfAnHour = 36_000;
    ProgressSignal progress = new ProgressSignal();
    BusyRuns runs = new BusyRuns(progress, looksOfAnHour);
    RunWatch watch = new RunWatch(runs, progress, drain, Duration.ofNanos(1));
    List<Progress> told =
        watch
            .watch(new UUID(0, 1))
            .map(view -> view.run().progress())
            .select()
            .first(2)
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofMinutes(2));
    assertThat(told).containsExactly(BEFORE, AFTER);
    assertThat(runs.looks).isEqualTo(looksOfAnHour);
    assertThat(progress.waiting()).isZero();
  }

  /** A run that begins late; others progress whenever it is looked at. */
  private static final class BusyRuns extends RunService {
    private final ProgressSignal progress;
    private final int looksUntilNews;
    private int looks;

    BusyRuns(ProgressSignal progress, int looksUntilNews) {
      super(null, null, null, null, null, null, null, null, null);
      this.progress = progress;
      this.looksUntilNews = looksUntilNews;
    }

    @Override
    public Uni<RunView> get(UUID id) {
      looks++;
      progress.fire();
      return Uni.createFrom()
          .item(
              new RunView(
                  Runs.of(
                      Runs.spec(3),
                      looks < looksUntilNews ? BEFORE : AFTER,
                      new Usage(0, 0, 0),
                      Optional.empty()),
                  Outlook.NONE));
    }
  }
}
