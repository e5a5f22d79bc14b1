package dev.clade.local.command;

import dev.clade.local.client.MoneyText;
import dev.clade.valuation.v1.Baseline;
import dev.clade.valuation.v1.ContributorTerms;
import dev.clade.valuation.v1.PayoutTerms;
import dev.clade.valuation.v1.ProportionalRule;
import dev.clade.valuation.v1.TransfersRule;
import dev.clade.valuation.v1.TwoPotsRule;
import dev.clade.valuation.v1.UtilityTerms;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How a budget is to be paid. */
final class PayoutOptions {
  /** A rule, as typed. */
  enum Rule {
    PROPORTIONAL,
    WITH_TRANSFERS,
    TWO_POTS;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is taken for a value, as typed. */
  enum Adjustment {
    NONE(ProportionalRule.Adjustment.ADJUSTMENT_NONE),
    SIGNIFICANCE_GATE(ProportionalRule.Adjustment.ADJUSTMENT_SIGNIFICANCE_GATE),
    SHRINKAGE(ProportionalRule.Adjustment.ADJUSTMENT_SHRINKAGE);

    private final ProportionalRule.Adjustment adjustment;

    Adjustment(ProportionalRule.Adjustment adjustment) {
      this.adjustment = adjustment;
    }

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "AMOUNT",
      description = "What is paid in all, such as \"1000 EUR\".")
  private String budget;

  @Option(
      names = "--rule",
      defaultValue = "two-pots",
      description =
          "${COMPLETION-CANDIDATES}; two-pots pays a part for taking part, the rest by shrunken"
              + " values. Default: ${DEFAULT-VALUE}.")
  private Rule rule;

  @Option(
      names = "--adjustment",
      defaultValue = "none",
      description =
          "What the proportional rule takes for a value: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}.")
  private Adjustment adjustment;

  @Option(
      names = "--participation",
      defaultValue = "0",
      description = "Part that two pots pay for taking part. Default: 0.2.")
  private double participation;

  @Option(names = "--by-weight", description = "Split that by weights, not equally.")
  private boolean byWeight;

  @Option(
      names = "--weight",
      paramLabel = "CONTRIBUTOR=NUMBER",
      description = "Weight of a contributor. Default: 1.")
  private final Map<String, Double> weights = new LinkedHashMap<>();

  @Option(
      names = "--fee",
      paramLabel = "CONTRIBUTOR=AMOUNT",
      description = "What a contributor is paid first, such as \"alice=10 EUR\".")
  private final Map<String, String> fees = new LinkedHashMap<>();

  @Option(
      names = "--floor",
      paramLabel = "CONTRIBUTOR=AMOUNT",
      description = "What a contributor is paid at least.")
  private final Map<String, String> floors = new LinkedHashMap<>();

  @Option(
      names = "--utility",
      paramLabel = "NAME[=WEIGHT]",
      mapFallbackValue = "1",
      description = "What is paid by; several are added up. Default: the valuation's own.")
  private final Map<String, Double> utilities = new LinkedHashMap<>();

  @Option(
      names = "--baseline",
      paramLabel = "MODEL=UTILITY",
      description = "Pay value above this model, not above the untrained one; with one utility.")
  private final Map<String, Double> baseline = new LinkedHashMap<>();

  @Option(
      names = "--provisional",
      description = "Pay by values that are not final, of a valuation that has not succeeded.")
  private boolean provisional;

  PayoutTerms terms() {
    PayoutTerms.Builder terms =
        PayoutTerms.newBuilder().setBudget(MoneyText.parse(budget)).setProvisional(provisional);
    switch (rule) {
      case PROPORTIONAL ->
          terms.setProportional(ProportionalRule.newBuilder().setAdjustment(adjustment.adjustment));
      case WITH_TRANSFERS -> terms.setWithTransfers(TransfersRule.getDefaultInstance());
      case TWO_POTS ->
          terms.setTwoPots(
              TwoPotsRule.newBuilder().setParticipationShare(participation).setByWeight(byWeight));
    }
    contracts().values().forEach(terms::addContributors);
    utilities.forEach(
        (name, weight) ->
            terms.addUtilities(UtilityTerms.newBuilder().setUtility(name).setWeight(weight)));
    if (baseline.size() > 1 || (!baseline.isEmpty() && utilities.size() > 1)) {
      throw new IllegalArgumentException("--baseline may be given once, with one --utility");
    }
    if (!baseline.isEmpty() && utilities.isEmpty()) {
      terms.addUtilities(UtilityTerms.getDefaultInstance());
    }
    baseline.forEach(
        (model, utility) ->
            terms
                .getUtilitiesBuilder(0)
                .setBaseline(Baseline.newBuilder().setModel(model).setUtility(utility)));
    return terms.build();
  }

  private SortedMap<String, ContributorTerms.Builder> contracts() {
    SortedMap<String, ContributorTerms.Builder> contracts = new TreeMap<>();
    weights.forEach((id, weight) -> contract(contracts, id).setWeight(weight));
    fees.forEach((id, fee) -> contract(contracts, id).setFee(MoneyText.parse(fee)));
    floors.forEach((id, floor) -> contract(contracts, id).setFloor(MoneyText.parse(floor)));
    return contracts;
  }

  private static ContributorTerms.Builder contract(
      Map<String, ContributorTerms.Builder> contracts, String id) {
    return contracts.computeIfAbsent(id, _ -> ContributorTerms.newBuilder().setContributor(id));
  }
}
