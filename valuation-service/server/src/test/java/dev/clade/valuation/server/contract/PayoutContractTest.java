package dev.clade.valuation.server.contract;

import static dev.clade.valuation.server.contract.Failures.assertField;
import static dev.clade.valuation.server.contract.Failures.assertReason;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import com.google.type.Money;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.document.SignedDocument;
import dev.clade.valuation.v1.ContributorTerms;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.GetPayoutKeyRequest;
import dev.clade.valuation.v1.GetPayoutRequest;
import dev.clade.valuation.v1.ListPayoutsRequest;
import dev.clade.valuation.v1.ListPayoutsResponse;
import dev.clade.valuation.v1.Payment;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutStep;
import dev.clade.valuation.v1.PayoutTerms;
import dev.clade.valuation.v1.ProportionalRule;
import dev.clade.valuation.v1.TransfersRule;
import dev.clade.valuation.v1.TwoPotsRule;
import dev.clade.valuation.v1.UtilityTerms;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of payouts: values are 2, 3, 3 and 4. */
@QuarkusTest
class PayoutContractTest extends ContractTest {
  private static final String PUBLIC_KEY = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

  private Valuation run;

  @BeforeEach
  void create() {
    run = mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(4)));
  }

  @Test
  void contributorsArePaidByTheirValues() {
    worker.work();
    Payout payout = pay(proportional("120"));
    assertThat(payout.getName()).matches("payouts/[0-9a-f-]{36}");
    assertThat(payout.getValuation()).isEqualTo(run.getName());
    assertThat(amounts(payout)).containsExactly("c00 20.0", "c01 30.0", "c02 30.0", "c03 40.0");
    assertThat(payout.getByPerformance()).isTrue();
    assertThat(payout.getRefusal()).isEmpty();
    assertThat(payout.getEvaluationCount()).isEqualTo(32);
    assertThat(payout.getStepsList())
        .extracting(PayoutStep::getName)
        .contains("values", "worth of all", "pots", "payments from performance");
    assertThat(payout.getTerms().getUtilities(0).getUtility()).isEqualTo("neg_log_fid");
    assertThat(payout.getTerms().getContributorsList())
        .hasSize(4)
        .allSatisfy(terms -> assertThat(terms.getWeight()).isEqualTo(1));
  }

  @Test
  void moneyIsRoundedToMinorUnitsAndAddsUp() {
    worker.work();
    // Yen have none; 100 by 2 : 3 : 3 : 4 are 16.67, 25, 25 and 33.33.
    PayoutTerms.Builder yen =
        PayoutTerms.newBuilder()
            .setProportional(ProportionalRule.getDefaultInstance())
            .setBudget(
                Money.newBuilder().setCurrencyCode("JPY").setUnits(100).setNanos(400_000_000));
    assertThat(amounts(pay(yen))).containsExactly("c00 17.0", "c01 25.0", "c02 25.0", "c03 33.0");
    // Five cents: 0.83, 1.25, 1.25 and 1.67.
    assertThat(amounts(pay(proportional("0.05"))))
        .containsExactly("c00 0.01", "c01 0.01", "c02 0.01", "c03 0.02");
  }

  @Test
  void contractsAreKept() {
    worker.work();
    // 20 to c00; 100 in two pots of 50: by weights 0 : 1 : 1 : 3; equal errors leave values' order.
    PayoutTerms.Builder terms =
        euros("120")
            .setTwoPots(TwoPotsRule.newBuilder().setParticipationShare(0.5).setByWeight(true))
            .addContributors(
                ContributorTerms.newBuilder()
                    .setContributor("c00")
                    .setWeight(0)
                    .setFee(money("20")))
            .addContributors(ContributorTerms.newBuilder().setContributor("c03").setWeight(3));
    Payout payout = pay(terms);
    assertThat(step(payout, "fees")).containsExactly(2000.0, 0.0, 0.0, 0.0);
    assertThat(step(payout, "pots")).containsExactly(5000.0, 5000.0);
    assertThat(step(payout, "payments from participation"))
        .containsExactly(0.0, 1000.0, 1000.0, 3000.0);
    assertThat(payout.getPaymentsList().stream().mapToDouble(PayoutContractTest::amount).sum())
        .isEqualTo(120);
    terms.setTwoPots(TwoPotsRule.getDefaultInstance());
    assertThat(step(pay(terms), "pots")).containsExactly(2000.0, 8000.0);
  }

  @Test
  void aRuleThatRefusesGivesAPayoutWithItsReason() {
    worker.work();
    // The entropy is the other utility's opposite.
    Payout payout =
        pay(
            proportional("120")
                .addUtilities(UtilityTerms.newBuilder().setUtility("class_entropy")));
    assertThat(payout.getPaymentsList()).isEmpty();
    assertThat(payout.getRefusal()).contains("there is no value to pay 12000 by");
    assertThat(get(payout.getName())).isEqualTo(payout);
    // 1 of one and 0.5 of its opposite are half of it, which is shared alike; replicates cancel
    // out.
    Payout both =
        pay(
            proportional("120")
                .addUtilities(UtilityTerms.newBuilder().setWeight(1))
                .addUtilities(
                    UtilityTerms.newBuilder().setUtility("class_entropy").setWeight(0.5)));
    assertThat(amounts(both)).containsExactly("c00 20.0", "c01 30.0", "c02 30.0", "c03 40.0");
  }

  @Test
  void theDocumentHoldsWhatItSaysAndIsSigned() {
    worker.work();
    Payout payout = pay(proportional("120"));
    SignedDocument signed = SignedDocument.read(payout.getDocument());
    String key = mesh.payouts().getPayoutKey(GetPayoutKeyRequest.getDefaultInstance()).getJwk();
    assertThat(key).contains(PUBLIC_KEY).doesNotContain("\"d\"");
    assertThat(signed.signatureHolds()).isTrue();
    assertThat(signed.isBy(key)).isTrue();
    assertThat(signed.document().name()).isEqualTo(payout.getName());
    assertThat(signed.document().ledgerSha256()).isEqualTo(payout.getLedgerSha256());
    assertThat(signed.document().run().data()).isEqualTo(run.getImageSet());
    assertThat(signed.document().run().trainer().getAsJsonObject().get("training_steps").getAsInt())
        .isEqualTo(300);
    assertThat(payout.getLedgerSha256())
        .isEqualTo(Ledgers.of(run, Ledgers.list(mesh, run)).sha256());
  }

  @Test
  void oneDigitOfTheLedgerIsNoticed() {
    worker.work();
    Payout payout = pay(proportional("120"));
    pool.query(
            """
            UPDATE valuation.ledger SET utility_values[2] = utility_values[2] + 1e-12
            WHERE replicate = 1 AND coalition = '\\x03'
            """)
        .execute()
        .await()
        .indefinitely();
    assertThat(Ledgers.of(run, Ledgers.list(mesh, run)).sha256())
        .isNotEqualTo(payout.getLedgerSha256());
  }

  @Test
  void aRunThatIsNotOverIsPaidOnlyIfTheTermsSaySo() {
    assertReason(Reason.VALUES_UNKNOWN, () -> pay(proportional("120")));
    assertReason(Reason.VALUES_UNKNOWN, () -> pay(proportional("120").setProvisional(true)));
    for (int i = 0; i < 16; i++) {
      worker.report(worker.take());
    }
    assertThat(assertReason(Reason.VALUES_UNKNOWN, () -> pay(proportional("120"))))
        .hasMessageContaining("terms.provisional");
    Payout payout = pay(proportional("120").setProvisional(true));
    assertThat(payout.getEvaluationCount()).isEqualTo(16);
    worker.work();
    // What comes later has a later time.
    assertThat(
            Ledgers.of(
                    run,
                    Ledgers.list(mesh, run).stream()
                        .filter(
                            row ->
                                Timestamps.compare(row.getCreateTime(), payout.getCreateTime())
                                    <= 0)
                        .toList())
                .sha256())
        .isEqualTo(payout.getLedgerSha256());
  }

  @Test
  void aRepeatedRequestGivesTheSamePayout() {
    worker.work();
    CreatePayoutRequest request = request(proportional("120")).build();
    Payout first = mesh.payouts().createPayout(request).getPayout();
    assertThat(mesh.payouts().createPayout(request).getPayout()).isEqualTo(first);
    assertReason(
        Reason.REQUEST_ID_REUSED,
        () ->
            mesh.payouts().createPayout(request.toBuilder().setTerms(proportional("121")).build()));
    assertThat(list(1, "").getPayoutsList()).containsExactly(first);
  }

  @Test
  void payoutsAreListedNewestFirst() {
    worker.work();
    List<Payout> paid =
        List.of(pay(proportional("1")), pay(proportional("2")), pay(proportional("3")));
    ListPayoutsResponse page = list(2, "");
    assertThat(page.getPayoutsList()).containsExactly(paid.get(2), paid.get(1));
    ListPayoutsResponse rest = list(2, page.getNextPageToken());
    assertThat(rest.getPayoutsList()).containsExactly(paid.get(0));
    assertThat(rest.getNextPageToken()).isEmpty();
    assertThat(get(paid.get(1).getName())).isEqualTo(paid.get(1));
    assertReason(
        Reason.PAYOUT_NOT_FOUND, () -> get("payouts/00000000-0000-4000-8000-000000000000"));
    assertField("name", Reason.FIELD_MALFORMED, () -> get("payouts/1"));
  }

  @Test
  void termsThatBreakARuleAreNamed() {
    worker.work();
    refused("terms.rule", Reason.FIELD_REQUIRED, PayoutTerms.Builder::clearProportional);
    refused("terms.budget", Reason.FIELD_REQUIRED, PayoutTerms.Builder::clearBudget);
    refused(
        "terms.budget.currency_code",
        Reason.FIELD_UNKNOWN_VALUE,
        terms -> terms.setBudget(money("1").toBuilder().setCurrencyCode("XXX")));
    refused("terms.budget", Reason.FIELD_OUT_OF_RANGE, terms -> terms.setBudget(money("-1")));
    refused(
        "terms.budget",
        Reason.FIELD_OUT_OF_RANGE,
        terms -> terms.setBudget(money("90071992547409.92")));
    refused(
        "terms.budget.nanos",
        Reason.FIELD_OUT_OF_RANGE,
        terms -> terms.setBudget(money("1").toBuilder().setNanos(-1)));
    refused(
        "terms.two_pots.participation_share",
        Reason.FIELD_OUT_OF_RANGE,
        terms -> terms.setTwoPots(TwoPotsRule.newBuilder().setParticipationShare(1)));
    refused(
        "terms.contributors[0].contributor",
        Reason.FIELD_UNKNOWN_VALUE,
        terms -> terms.addContributors(ContributorTerms.newBuilder().setContributor("nobody")));
    refused(
        "terms.contributors[0].weight",
        Reason.FIELD_OUT_OF_RANGE,
        terms ->
            terms.addContributors(
                ContributorTerms.newBuilder().setContributor("c01").setWeight(-1)));
    refused(
        "terms.contributors[0].fee.currency_code",
        Reason.FIELD_UNKNOWN_VALUE,
        terms ->
            terms.addContributors(
                ContributorTerms.newBuilder()
                    .setContributor("c01")
                    .setFee(money("1").toBuilder().setCurrencyCode("USD"))));
    refused(
        "terms.contributors[0].floor",
        Reason.FIELD_OUT_OF_RANGE,
        terms ->
            terms
                .setWithTransfers(TransfersRule.getDefaultInstance())
                .addContributors(
                    ContributorTerms.newBuilder().setContributor("c01").setFloor(money("1"))));
    refused(
        "terms.utilities[0].weight",
        Reason.FIELD_OUT_OF_RANGE,
        terms -> terms.addUtilities(UtilityTerms.newBuilder().setWeight(Double.MAX_VALUE)));
    refused(
        "terms.utilities[0].utility",
        Reason.FIELD_UNKNOWN_VALUE,
        terms -> terms.addUtilities(UtilityTerms.newBuilder().setUtility("neg_fid")));
    refused(
        "terms.utilities[1].utility",
        Reason.FIELD_UNKNOWN_VALUE,
        terms ->
            terms
                .addUtilities(UtilityTerms.getDefaultInstance())
                .addUtilities(UtilityTerms.newBuilder().setUtility("neg_log_fid")));
    assertThat(
            assertReason(
                Reason.VALUES_UNKNOWN,
                () ->
                    pay(
                        proportional("1")
                            .addUtilities(UtilityTerms.newBuilder().setUtility("recall")))))
        .hasMessageContaining("without utility \"recall\"");
    assertThat(list(1, "").getPayoutsList()).isEmpty();
  }

  private void refused(String field, Reason reason, UnaryOperator<PayoutTerms.Builder> change) {
    assertField(field, reason, () -> pay(change.apply(proportional("1"))));
  }

  private Payout pay(PayoutTerms.Builder terms) {
    return mesh.payouts().createPayout(request(terms).build()).getPayout();
  }

  private CreatePayoutRequest.Builder request(PayoutTerms.Builder terms) {
    return CreatePayoutRequest.newBuilder()
        .setParent(run.getName())
        .setTerms(terms)
        .setRequestId(UUID.randomUUID().toString());
  }

  private Payout get(String name) {
    return mesh.payouts()
        .getPayout(GetPayoutRequest.newBuilder().setName(name).build())
        .getPayout();
  }

  private ListPayoutsResponse list(int size, String token) {
    return mesh.payouts()
        .listPayouts(
            ListPayoutsRequest.newBuilder()
                .setParent(run.getName())
                .setPageSize(size)
                .setPageToken(token)
                .build());
  }

  private static PayoutTerms.Builder proportional(String budget) {
    return euros(budget).setProportional(ProportionalRule.getDefaultInstance());
  }

  private static PayoutTerms.Builder euros(String budget) {
    return PayoutTerms.newBuilder().setBudget(money(budget));
  }

  private static Money money(String euros) {
    BigDecimal amount = new BigDecimal(euros);
    return Money.newBuilder()
        .setCurrencyCode("EUR")
        .setUnits(amount.longValue())
        .setNanos(amount.remainder(BigDecimal.ONE).movePointRight(9).intValueExact())
        .build();
  }

  private static List<Double> step(Payout payout, String name) {
    return payout.getStepsList().stream()
        .filter(step -> step.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getNumbersList();
  }

  private static List<String> amounts(Payout payout) {
    return payout.getPaymentsList().stream()
        .map(payment -> payment.getContributor() + " " + amount(payment))
        .toList();
  }

  private static double amount(Payment payment) {
    return payment.getAmount().getUnits() + payment.getAmount().getNanos() / 1e9;
  }
}
