package dev.clade.valuation.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.RunDemand;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AllotmentTest {

  @Example
  void higherPriorityGetsAllItCanUseFirst() {
    assertThat(allot(5, demand(1, 0, 1, 9), demand(2, 7, 1, 3), demand(3, 0, 1, 9)))
        .containsExactly(1, 3, 1);
  }

  @Example
  void equalPriorityIsSharedByLargestRemainders() {
    // 7 in proportion 1 : 2 : 3 is 1.17, 2.33 and 3.5: the seventh goes to the third.
    assertThat(allot(7, demand(1, 0, 1, 99), demand(2, 0, 2, 99), demand(3, 0, 3, 99)))
        .containsExactly(1, 2, 4);
  }

  @Example
  void whatOneCannotUseGoesToTheOthers() {
    // Of 10 in proportion 1 : 1 : 8 the third can use 2; the others share the 8 that are left.
    assertThat(allot(10, demand(1, 0, 1, 99), demand(2, 0, 1, 99), demand(3, 0, 8, 2)))
        .containsExactly(4, 4, 2);
  }

  @Example
  void ofEqualClaimsTheFirstCounts() {
    assertThat(allot(1, demand(2, 0, 1, 9), demand(1, 0, 1, 9))).containsExactly(1, 0);
  }

  @Property
  void nobodyGetsMoreThanHeCanUseAndNothingIsLeftThatSomebodyCould(
      @ForAll @IntRange(max = 60) int most, @ForAll("demands") List<RunDemand> demands) {
    Map<UUID, Integer> allotted = Allotment.of(most, demands);
    assertThat(allotted).hasSameSizeAs(demands);
    for (RunDemand demand : demands) {
      assertThat(allotted.get(demand.run())).isBetween(0, demand.evaluations());
    }
    assertThat(allotted.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(Math.min(most, demands.stream().mapToInt(RunDemand::evaluations).sum()));
  }

  @Property
  void lowerPriorityGetsSomethingOnlyWhenHigherIsSated(
      @ForAll @IntRange(max = 60) int most, @ForAll("demands") List<RunDemand> demands) {
    Map<UUID, Integer> allotted = Allotment.of(most, demands);
    for (RunDemand lower : demands) {
      for (RunDemand higher : demands) {
        if (higher.priority() > lower.priority() && allotted.get(lower.run()) > 0) {
          assertThat(allotted.get(higher.run())).isEqualTo(higher.evaluations());
        }
      }
    }
  }

  /** There is a number of workers a unit of weight from which nobody differs by a whole worker. */
  @Property
  void whoIsNotSatedGetsHisShare(
      @ForAll @IntRange(max = 60) int most, @ForAll("demands") List<RunDemand> demands) {
    Map<UUID, Integer> allotted = Allotment.of(most, demands);
    for (int priority = -1; priority <= 1; priority++) {
      int level = priority;
      List<RunDemand> wanting =
          demands.stream()
              .filter(demand -> demand.priority() == level)
              .filter(demand -> allotted.get(demand.run()) < demand.evaluations())
              .toList();
      for (RunDemand one : wanting) {
        for (RunDemand other : wanting) {
          assertThat((allotted.get(one.run()) - 1) / one.share())
              .isLessThan((allotted.get(other.run()) + 1) / other.share());
        }
      }
    }
  }

  @Property
  void theSameQuestionHasTheSameAnswer(
      @ForAll @IntRange(max = 60) int most, @ForAll("demands") List<RunDemand> demands) {
    assertThat(Allotment.of(most, demands)).isEqualTo(Allotment.of(most, List.copyOf(demands)));
  }

  @Provide
  Arbitrary<List<RunDemand>> demands() {
    Arbitrary<RunDemand> demand =
        Combinators.combine(
                Arbitraries.integers().between(-1, 1),
                Arbitraries.doubles().between(0.001, 1000).ofScale(3),
                Arbitraries.integers().between(1, 20))
            .as((priority, share, evaluations) -> demand(0, priority, share, evaluations));
    return demand
        .list()
        .ofMaxSize(12)
        .map(
            list ->
                IntStream.range(0, list.size())
                    .mapToObj(
                        i ->
                            demand(
                                i,
                                list.get(i).priority(),
                                list.get(i).share(),
                                list.get(i).evaluations()))
                    .toList());
  }

  private static List<Integer> allot(int most, RunDemand... demands) {
    return List.copyOf(Allotment.of(most, List.of(demands)).values());
  }

  private static RunDemand demand(int number, int priority, double share, int evaluations) {
    return new RunDemand(new UUID(0, number), priority, share, evaluations, "", "");
  }
}
