package dev.clade.valuation.server.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private static final LeaseRequest ANY = request(Set.of(), Optional.empty());

  private final List<Contender> runs = new ArrayList<>();

  @Test
  void sharesAreExactToWithinOneTurnAtAnyTime() {
    add(0, 1, "");
    add(0, 3, "");
    int[] turns = new int[2];
    for (int given = 1; given <= 400; given++) {
      turns[turn(ANY)]++;
      assertThat((double) turns[0]).isCloseTo(given / 4.0, within(1.0));
      assertThat((double) turns[1]).isCloseTo(given * 3 / 4.0, within(1.0));
    }
  }

  @Test
  void higherPriorityComesFirstAndEqualOnesByAge() {
    add(0, 1_000, "");
    add(5, 0.001, "");
    add(5, 0.001, "");
    assertThat(turn(ANY)).isEqualTo(1);
    assertThat(turn(ANY)).isEqualTo(2);
    assertThat(turn(ANY)).isEqualTo(1);
  }

  @Test
  void newRunStartsBesideTheOthersAndStarvesNobody() {
    add(0, 1, "");
    for (int i = 0; i < 100; i++) {
      turn(ANY);
    }
    add(0, 1, "");
    int[] turns = new int[2];
    for (int i = 0; i < 20; i++) {
      turns[turn(ANY)]++;
    }
    assertThat(turns).containsExactly(10, 10);
  }

  @Test
  void newRunDoesNotPassOneThatHasEverythingUnderWay() {
    add(0, 1, "");
    for (int i = 0; i < 100; i++) {
      turn(ANY);
    }
    queued(0, false);
    add(0, 1, "");
    turn(ANY);
    queued(0, true);
    int[] turns = new int[2];
    for (int i = 0; i < 20; i++) {
      turns[turn(ANY)]++;
    }
    assertThat(turns[0]).isBetween(9, 11);
  }

  @Test
  void timeWithNothingWaitingIsNotMadeGood() {
    add(0, 1, "");
    add(0, 1, "");
    turn(ANY);
    turn(ANY);
    queued(0, false);
    for (int i = 0; i < 50; i++) {
      assertThat(turn(ANY)).isEqualTo(1);
    }
    queued(0, true);
    int[] turns = new int[2];
    for (int i = 0; i < 20; i++) {
      turns[turn(ANY)]++;
    }
    assertThat(turns).containsExactly(10, 10);
  }

  @Test
  void workerGetsOnlyWhatItCanDo() {
    add(0, 1, "audio");
    add(0, 1, "");
    assertThat(turn(ANY)).isEqualTo(1);
    assertThat(turn(request(Set.of("audio", "video"), Optional.empty()))).isZero();
    assertThat(new FairQueue(runs).next(request(Set.of("video"), Optional.empty()))).isEmpty();
    Optional<UUID> second = Optional.of(runs.get(1).run());
    assertThat(turn(request(Set.of(), second))).isEqualTo(1);
    assertThat(new FairQueue(runs).next(request(Set.of("audio"), second))).isEmpty();
  }

  @Test
  void runsOfAnotherTrainerDoNotMoveTheStart() {
    add(0, 1, "");
    for (int i = 0; i < 100; i++) {
      turn(ANY);
    }
    LeaseRequest audio = request(Set.of("audio"), Optional.empty());
    add(0, 1, "audio");
    turn(audio);
    add(0, 1, "audio");
    int[] turns = new int[3];
    for (int i = 0; i < 20; i++) {
      turns[turn(audio)]++;
    }
    assertThat(turns[2]).isBetween(9, 11);
  }

  @Test
  void whatHasSpentItsBudgetHasNoTurn() {
    add(0, 1, "");
    Contender first = runs.getFirst();
    Budget one = new Budget(Optional.of(1), Optional.empty(), Optional.empty());
    runs.set(
        0,
        new Contender(
            first.run(),
            0,
            1,
            "",
            first.createTime(),
            0,
            false,
            true,
            new Allowance(one, Optional.empty(), 1, 0, 1, 0, 0, 0)));
    assertThat(new FairQueue(runs).next(ANY)).isEmpty();
  }

  /** Gives a turn as the store does, and returns whose it was. */
  private int turn(LeaseRequest request) {
    FairQueue queue = new FairQueue(runs);
    queue.changed().forEach(each -> runs.set(index(each.run()), each));
    Contender next = queue.next(request).orElseThrow();
    int index = index(next.run());
    runs.set(index, next.with(next.pass() + next.stride(), next.waiting()));
    return index;
  }

  private int index(UUID run) {
    return (int) run.getLeastSignificantBits();
  }

  private void add(int priority, double share, String trainer) {
    int index = runs.size();
    runs.add(
        new Contender(
            new UUID(0, index),
            priority,
            share,
            trainer,
            Instant.ofEpochSecond(index),
            0,
            false,
            true,
            new Allowance(Budget.UNLIMITED, Optional.empty(), 0, 0, 0, 0, 0, 0)));
  }

  private void queued(int index, boolean queued) {
    Contender run = runs.get(index);
    runs.set(
        index,
        new Contender(
            run.run(),
            run.priority(),
            run.share(),
            run.customTrainer(),
            run.createTime(),
            run.pass(),
            run.waiting(),
            queued,
            run.allowance()));
  }

  private static LeaseRequest request(Set<String> trainers, Optional<UUID> run) {
    return new LeaseRequest("worker", 1, 1, trainers, run);
  }
}
