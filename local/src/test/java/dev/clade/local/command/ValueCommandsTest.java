package dev.clade.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.CladeCommand;
import dev.clade.local.client.MoneyText;
import dev.clade.valuation.document.SigningKey;
import dev.clade.valuation.v1.Baseline;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.ContributorTerms;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.DataContributor;
import dev.clade.valuation.v1.ImportEvaluationsRequest;
import dev.clade.valuation.v1.PayoutTerms;
import dev.clade.valuation.v1.Precision;
import dev.clade.valuation.v1.ProportionalRule;
import dev.clade.valuation.v1.ResumeValuationRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.TwoPotsRule;
import dev.clade.valuation.v1.UtilityTerms;
import dev.clade.valuation.v1.Valuation;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValueCommandsTest {
  private static final String CSV =
      """
      alice,bob,replicate,position,neg_log_fid,reference_hash,duration_seconds,worker,create_time
      0,0,0,0,0.0,reference,0.5,w,1970-01-01T00:16:40Z
      1,0,0,1,3.0,reference,0.5,w,1970-01-01T00:16:41Z
      0,1,0,2,1.0,reference,0.5,w,1970-01-01T00:16:42Z
      1,1,0,3,4.0,reference,0.5,w,1970-01-01T00:16:43Z
      """
          .replace("\n", "\r\n");

  private final FakeValuation valuation = new FakeValuation();
  private final FakePayouts payouts = new FakePayouts();
  private final FakeContributors contributors = new FakeContributors();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private Server server;

  @BeforeEach
  void serve() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(valuation)
            .addService(payouts)
            .addService(contributors)
            .addService(new FakeCatalogue())
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void theLedgerGoesOutAndComesBack() throws Exception {
    assertThat(clade("export", FakeValuation.NAME, "--format", "csv")).isZero();
    assertThat(out).hasToString(CSV);
    for (String format : new String[] {"csv", "parquet"}) {
      Path file = folder.resolve("ledger." + format);
      assertThat(
              clade("export", FakeValuation.NAME, "--format", format, "--output", file.toString()))
          .isZero();
      assertThat(clade("import", FakeValuation.NAME, file.toString())).isZero();
      assertThat(valuation.asked)
          .contains(
              ImportEvaluationsRequest.newBuilder()
                  .setParent(FakeValuation.NAME)
                  .addContributors("alice")
                  .addContributors("bob")
                  .addAllEvaluations(valuation.ledger)
                  .build());
      valuation.asked.clear();
    }
    assertThat(out.toString()).contains("4 evaluations added, 0 were there\n");
    assertThat(clade("export", FakeValuation.NAME, "--format", "parquet")).isEqualTo(2);
  }

  @Test
  void aPayoutIsShownAndItsDocumentVerified() throws Exception {
    Path file = folder.resolve("payout.jws");
    assertThat(clade("payout", FakeValuation.NAME, "--budget=100 EUR", "--document=" + file))
        .isZero();
    assertThat(out.toString()).contains("alice         75 EUR");
    assertThat(payouts.asked.getLast().getTerms())
        .isEqualTo(
            PayoutTerms.newBuilder()
                .setBudget(MoneyText.parse("100 EUR"))
                .setTwoPots(TwoPotsRule.getDefaultInstance())
                .build());
    assertThat(clade("verify", file.toString())).isZero();
    assertThat(out.toString()).doesNotContain("DOES NOT HOLD");
    assertThat(out.toString().lines().filter(line -> line.startsWith("holds"))).hasSize(5);
  }

  @Test
  void termsAreAsked() {
    assertThat(
            clade(
                "payout",
                FakeValuation.NAME,
                "--budget=1 EUR",
                "--rule=proportional",
                "--adjustment=shrinkage",
                "--weight=bob=2",
                "--fee=alice=0.5 EUR",
                "--floor=alice=0.6 EUR",
                "--utility=recall",
                "--baseline=base=0.25",
                "--provisional"))
        .isZero();
    assertThat(payouts.asked.getLast().getTerms())
        .isEqualTo(
            PayoutTerms.newBuilder()
                .setBudget(MoneyText.parse("1 EUR"))
                .setProportional(
                    ProportionalRule.newBuilder()
                        .setAdjustment(ProportionalRule.Adjustment.ADJUSTMENT_SHRINKAGE))
                .addContributors(
                    ContributorTerms.newBuilder()
                        .setContributor("alice")
                        .setFee(MoneyText.parse("0.5 EUR"))
                        .setFloor(MoneyText.parse("0.6 EUR")))
                .addContributors(ContributorTerms.newBuilder().setContributor("bob").setWeight(2))
                .addUtilities(
                    UtilityTerms.newBuilder()
                        .setUtility("recall")
                        .setWeight(1)
                        .setBaseline(Baseline.newBuilder().setModel("base").setUtility(0.25)))
                .setProvisional(true)
                .build());
    assertThat(
            clade(
                "payout",
                FakeValuation.NAME,
                "--budget=1 EUR",
                "--rule=two-pots",
                "--participation=0.5",
                "--by-weight",
                "--utility=recall=2",
                "--utility=precision"))
        .isZero();
    assertThat(payouts.asked.getLast().getTerms().getTwoPots())
        .isEqualTo(TwoPotsRule.newBuilder().setParticipationShare(0.5).setByWeight(true).build());
    assertThat(payouts.asked.getLast().getTerms().getUtilitiesList())
        .containsExactly(
            UtilityTerms.newBuilder().setUtility("recall").setWeight(2).build(),
            UtilityTerms.newBuilder().setUtility("precision").setWeight(1).build());
    assertThat(clade("payout", FakeValuation.NAME, "--budget=much")).isEqualTo(1);
    assertThat(err.toString()).contains("such as \"1000 EUR\"");
  }

  @Test
  void whatDoesNotHoldIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("payout.jws"), payouts.document(3));
    Path key =
        Files.writeString(
            folder.resolve("key.json"), SigningKey.fromPem(SigningKey.newPem()).publicJwk());
    assertThat(clade("verify", file.toString(), "--key", key.toString())).isEqualTo(1);
    assertWrong("the key is the one that is known");

    // One digit of the ledger: what follows from it is another value, too.
    valuation.ledger.set(
        3, valuation.ledger.get(3).toBuilder().putUtilities("neg_log_fid", 4.1).build());
    assertThat(clade("verify", file.toString())).isEqualTo(1);
    assertWrong("the ledger is the one that was paid by", "the ledger gives the values");
    valuation.ledger.set(
        3, valuation.ledger.get(3).toBuilder().putUtilities("neg_log_fid", 4).build());

    // What was reported later is not of that ledger.
    valuation.ledger.add(
        valuation.ledger.get(3).toBuilder()
            .setReplicate(1)
            .setPosition(4)
            .setCreateTime(valuation.ledger.get(3).getCreateTime().toBuilder().setNanos(1_000))
            .build());
    assertThat(clade("verify", file.toString())).isZero();

    // Signed, but paid by a value that is none.
    Files.writeString(file, payouts.document(4));
    assertThat(clade("verify", file.toString())).isEqualTo(1);
    assertWrong("the ledger gives the values");

    Files.writeString(file, payouts.document(3).replace('.', '!'));
    assertThat(clade("verify", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no signed payout");
  }

  @Test
  void runsAreCancelledAndResumed() {
    String id = FakeValuation.NAME.substring("valuations/".length());
    assertThat(clade("cancel", id)).isZero();
    assertThat(clade("resume", id)).isZero();
    assertThat(clade("resume", id, "--evaluations=500", "--device-hours=2.5", "--cost=10 EUR"))
        .isZero();
    assertThat(valuation.asked)
        .containsExactly(
            CancelValuationRequest.newBuilder().setName(FakeValuation.NAME).build(),
            ResumeValuationRequest.newBuilder().setName(FakeValuation.NAME).build(),
            ResumeValuationRequest.newBuilder()
                .setName(FakeValuation.NAME)
                .setBudget(
                    Budget.newBuilder()
                        .setEvaluations(500)
                        .setDeviceHours(2.5)
                        .setCost(MoneyText.parse("10 EUR")))
                .build());
  }

  @Test
  void aDryRunAsksForAForecastWithEveryOption() {
    assertThat(
            clade(
                "create",
                "--generated",
                "--dry-run",
                "--priority=5",
                "--share=2.5",
                "--evaluations=100",
                "--part-of-spread=0.1",
                "--method=sparsified-finetune",
                "--finetuning-steps=50",
                "--removed-share=0.4",
                "--denoiser=unet",
                "--channels=24",
                "--reuse"))
        .isZero();
    assertThat(valuation.asked)
        .containsExactly(
            CreateValuationRequest.newBuilder()
                .setValidateOnly(true)
                .setValuation(
                    Valuation.newBuilder()
                        .setImageSet("imageSets/1")
                        .setTrainer(
                            TrainerSpec.newBuilder()
                                .setMethod(TrainerSpec.Method.METHOD_SPARSIFIED_FINETUNE)
                                .setFinetuningSteps(50)
                                .setRemovedShare(0.4)
                                .setDenoiser(TrainerSpec.Denoiser.DENOISER_UNET)
                                .setChannels(24))
                        .setPriority(5)
                        .setShare(2.5)
                        .setBudget(Budget.newBuilder().setEvaluations(100))
                        .setPrecision(Precision.newBuilder().setPartOfSpread(0.1))
                        .setReuseEvaluations(true))
                .build());
    assertThat(clade("create", "--generated", "--ranks", "--half-width=1")).isEqualTo(2);
  }

  @Test
  void theLargestOwnersAreValuedByWhatTheyGiveTheEmbedding() {
    assertThat(
            clade(
                "create",
                "--owners=2",
                "--trainer=contrastive",
                "--feature-set=featureSets/1",
                "--epochs=3",
                "--publish"))
        .isZero();
    assertThat(contributors.stored)
        .containsExactly(
            ContributorSet.newBuilder()
                .addContributors(owner("google", 3))
                .addContributors(owner("eve", 2))
                .build());
    Valuation asked = ((CreateValuationRequest) valuation.asked.getLast()).getValuation();
    assertThat(asked.getContributorSet()).isEqualTo(FakeContributors.NAME);
    assertThat(asked.getUtility()).isEqualTo("link_mrr");
    assertThat(asked.getTrainer().getCustom()).isEqualTo("contrastive");
    assertThat(asked.getTrainer().getParametersMap())
        .isEqualTo(Map.of("feature_set", "featureSets/1", "epochs", "3", "publish", "true"));
    assertThat(clade("create", "--owners=0", "--trainer=contrastive")).isNotZero();
  }

  private static DataContributor owner(String name, int items) {
    return DataContributor.newBuilder()
        .setId(name)
        .setItemCount(items)
        .addSources("owners/" + name)
        .build();
  }

  private void assertWrong(String... checks) {
    assertThat(out.toString().lines().filter(line -> line.startsWith("DOES NOT HOLD")))
        .hasSize(checks.length)
        .allSatisfy(line -> assertThat(line).containsAnyOf(checks));
    out.getBuffer().setLength(0);
  }

  private int clade(String command, String... arguments) {
    String address = "127.0.0.1:" + server.getPort();
    return CladeCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(
                Stream.of(
                    "value", "--target", String.join(",", address, address, address), command),
                Stream.of(arguments))
            .toArray(String[]::new));
  }
}
