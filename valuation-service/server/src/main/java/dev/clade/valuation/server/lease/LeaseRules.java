package dev.clade.valuation.server.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Fields;
import dev.clade.valuation.server.domain.LeaseRequest;
import dev.clade.valuation.server.domain.Names;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What holds of good requests of workers. */
final class LeaseRules {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int MOST_LEASES = 64;
  private static final int MOST_DEVICES = 1_024;
  private static final int MOST_TRAINERS = 50;

  private LeaseRules() {}

  /** Returns what is asked for with every default filled in, or fails naming the field. */
  static LeaseRequest complete(LeaseWish wish) {
    Fields.requireIdentifier("worker", wish.worker());
    if (wish.longestWait().isNegative() || wish.longestWait().compareTo(LONGEST_WAIT) > 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "max_wait", wish.longestWait(), "must be from 0 s to 30 s");
    }
    Fields.requireRange("max_count", wish.maxCount(), 0, Integer.MAX_VALUE);
    Fields.requireRange("device_count", wish.deviceCount(), 0, MOST_DEVICES);
    requireCount("custom_trainers", wish.customTrainers(), MOST_TRAINERS);
    wish.customTrainers().forEach(each -> Fields.requireIdentifier("custom_trainers", each));
    return new LeaseRequest(
        wish.worker(),
        Math.clamp(wish.maxCount(), 1, MOST_LEASES),
        Math.max(1, wish.deviceCount()),
        Set.copyOf(wish.customTrainers()),
        wish.valuation().isEmpty()
            ? Optional.empty()
            : Optional.of(Names.run("valuation", wish.valuation())));
  }

  /** Returns the ids of leases to extend, or fails naming the field. */
  static List<UUID> leases(String lease, List<String> additional) {
    requireCount("additional_leases", additional, MOST_LEASES);
    return Stream.concat(
            Stream.of(Names.lease("lease", lease)),
            IntStream.range(0, additional.size())
                .mapToObj(
                    i -> Names.lease("additional_leases[%d]".formatted(i), additional.get(i))))
        .toList();
  }

  private static void requireCount(String field, List<String> values, int most) {
    if (values.size() > most) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, field, values.size(), "must be at most " + most);
    }
  }
}
