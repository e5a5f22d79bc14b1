package dev.clade.valuation.server.payout;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.document.PayoutTerms;
import dev.clade.valuation.document.RuleTerms;
import dev.clade.valuation.document.UtilityScale;
import dev.clade.valuation.document.UtilityTerms;
import dev.clade.valuation.game.payout.Contributor;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.domain.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Turns a request into terms with every default filled in. */
final class PayoutRules {
  private static final double DEFAULT_PARTICIPATION = 0.2;
  private static final int LONGEST_MODEL = 200;

  private PayoutRules() {}

  /**
   * Returns the terms of a payout of a run.
   *
   * @throws CladeException naming the first field that breaks a rule
   */
  static PayoutTerms complete(PayoutRequest request, Run run) {
    RuleTerms rule = rule(request.rule());
    Amount budget = request.budget().orElseThrow(() -> CladeException.missingField("terms.budget"));
    MinorUnits minor = MinorUnits.of("terms.budget", budget);
    return new PayoutTerms(
        rule,
        minor.currency().getCurrencyCode(),
        minor.of(budget, "terms.budget"),
        contributors(request, run.contributors(), rule, minor),
        utilities(request.utilities(), run.spec().utility()),
        request.provisional());
  }

  private static RuleTerms rule(RuleTerms asked) {
    if (asked.kind() != RuleTerms.Kind.TWO_POTS) {
      return asked;
    }
    double share =
        asked.participationShare() == 0 ? DEFAULT_PARTICIPATION : asked.participationShare();
    if (!(share > 0 && share < 1)) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          "terms.two_pots.participation_share",
          share,
          "must be above 0 and below 1");
    }
    return RuleTerms.twoPots(share, asked.byWeight());
  }

  private static List<Contributor> contributors(
      PayoutRequest request, List<String> ids, RuleTerms rule, MinorUnits minor) {
    Map<String, Contributor> contracts = new TreeMap<>();
    ids.forEach(id -> contracts.put(id, Contributor.of(id)));
    Set<String> named = new HashSet<>();
    for (int i = 0; i < request.contributors().size(); i++) {
      PayoutRequest.Contract contract = request.contributors().get(i);
      String field = "terms.contributors[%d]".formatted(i);
      if (!contracts.containsKey(contract.contributor()) || !named.add(contract.contributor())) {
        throw CladeException.invalidField(
            Reason.FIELD_UNKNOWN_VALUE,
            field + ".contributor",
            contract.contributor(),
            "must be a contributor of the run, named once");
      }
      contracts.put(contract.contributor(), contract(contract, field, rule, minor));
    }
    if (rule.byWeight()
        && contracts.values().stream().mapToDouble(Contributor::weight).sum() == 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "terms.contributors", 0, "must not all have weight 0");
    }
    return List.copyOf(contracts.values());
  }

  private static Contributor contract(
      PayoutRequest.Contract contract, String field, RuleTerms rule, MinorUnits minor) {
    double weight = contract.weight().orElse(1);
    if (!(weight >= 0 && weight <= PayoutTerms.MOST)) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, field + ".weight", weight, "must be from 0 to 2^53 - 1");
    }
    long floor = money(contract.floor(), field + ".floor", minor);
    if (floor > 0 && rule.kind() == RuleTerms.Kind.WITH_TRANSFERS) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, field + ".floor", floor, "must be 0 under transfers");
    }
    return new Contributor(
        contract.contributor(), weight, money(contract.fee(), field + ".fee", minor), floor);
  }

  private static long money(Optional<Amount> amount, String field, MinorUnits minor) {
    return amount.map(given -> minor.of(given, field)).orElse(0L);
  }

  private static List<UtilityTerms> utilities(List<UtilityTerms> asked, String own) {
    if (asked.isEmpty()) {
      return List.of(UtilityTerms.of(own));
    }
    Set<String> named = new HashSet<>();
    return IntStream.range(0, asked.size())
        .mapToObj(
            i -> {
              String field = "terms.utilities[%d]".formatted(i);
              UtilityTerms terms = utility(asked.get(i), own, field, asked.size() > 1);
              if (!named.add(terms.utility())) {
                throw CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    field + ".utility",
                    terms.utility(),
                    "must not be there twice");
              }
              return terms;
            })
        .toList();
  }

  private static UtilityTerms utility(
      UtilityTerms asked, String own, String field, boolean amongOthers) {
    String utility = asked.utility().isEmpty() ? own : asked.utility();
    if (UtilityScale.known(utility).isEmpty() && (amongOthers || !utility.equals(own))) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE,
          field + ".utility",
          utility,
          "must be one that runs of the built-in trainer may share out, or the run's own alone");
    }
    double weight = asked.weight() == 0 ? 1 : asked.weight();
    requireWithin(PayoutTerms.MOST, "2^53 - 1", field + ".weight", weight);
    requireWithin(
        Report.LARGEST_UTILITY, "1e100", field + ".baseline.utility", asked.baselineUtility());
    if (asked.baselineModel().length() > LONGEST_MODEL) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          field + ".baseline.model",
          asked.baselineModel(),
          "must be at most 200 characters");
    }
    return new UtilityTerms(utility, weight, asked.baselineModel(), asked.baselineUtility());
  }

  private static void requireWithin(double most, String words, String field, double value) {
    if (!(Math.abs(value) <= most)) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, field, value, "must be within %s of 0".formatted(words));
    }
  }
}
