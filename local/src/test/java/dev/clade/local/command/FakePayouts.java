package dev.clade.local.command;

import com.google.gson.JsonObject;
import dev.clade.local.client.MoneyText;
import dev.clade.valuation.document.CanonicalJson;
import dev.clade.valuation.document.Ledger;
import dev.clade.valuation.document.LedgerEntry;
import dev.clade.valuation.document.PayoutDocument;
import dev.clade.valuation.document.PayoutOutcome;
import dev.clade.valuation.document.PayoutTerms;
import dev.clade.valuation.document.RuleTerms;
import dev.clade.valuation.document.RunRecord;
import dev.clade.valuation.document.SigningKey;
import dev.clade.valuation.document.UtilityTerms;
import dev.clade.valuation.document.UtilityValues;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.payout.Adjustment;
import dev.clade.valuation.game.payout.Contributor;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.CreatePayoutResponse;
import dev.clade.valuation.v1.GetPayoutKeyRequest;
import dev.clade.valuation.v1.GetPayoutKeyResponse;
import dev.clade.valuation.v1.Payment;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutServiceGrpc.PayoutServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Pays 100 EUR by the values of {@link FakeValuation}, whatever is asked for. */
final class FakePayouts extends PayoutServiceImplBase {
  final List<CreatePayoutRequest> asked = new ArrayList<>();
  SigningKey key = SigningKey.fromPem(SigningKey.newPem());

  /** Returns the document, signed, with what alice is worth. */
  String document(double alice) {
    List<String> contributors = List.of("alice", "bob");
    PayoutTerms terms =
        new PayoutTerms(
            RuleTerms.proportional(Adjustment.NONE),
            "EUR",
            10_000,
            contributors.stream().map(Contributor::of).toList(),
            List.of(UtilityTerms.of("neg_log_fid")),
            false);
    List<UtilityValues> values =
        List.of(
            UtilityValues.of(
                "neg_log_fid",
                contributors,
                new Solution(
                    List.of(
                        new PlayerValue(alice, Double.NaN, Double.NaN, Double.NaN, 1),
                        new PlayerValue(1, Double.NaN, Double.NaN, Double.NaN, 2)),
                    new Diagnostics(0, 4, 0, Double.NaN, 4, 0, 0))));
    return key.sign(
        CanonicalJson.write(
            new PayoutDocument(
                PayoutDocument.VERSION,
                "payouts/1",
                new RunRecord(
                    FakeValuation.NAME,
                    "imageSets/1",
                    new JsonObject(),
                    "neg_log_fid",
                    "EXACT",
                    4,
                    1,
                    "0",
                    "SUCCEEDED"),
                4,
                ledger().sha256(),
                4,
                terms,
                values,
                PayoutOutcome.of(terms, values),
                Instant.ofEpochSecond(1_003))));
  }

  private static Ledger ledger() {
    double[] utilities = {0, 3, 1, 4};
    return new Ledger(
        List.of("alice", "bob"),
        IntStream.range(0, 4)
            .mapToObj(
                members -> {
                  TreeMap<String, Double> row = new TreeMap<>();
                  row.put("neg_log_fid", utilities[members]);
                  return new LedgerEntry(new Coalition(2, members), 0, members, row, "reference");
                })
            .toList());
  }

  @Override
  public void createPayout(
      CreatePayoutRequest request, StreamObserver<CreatePayoutResponse> client) {
    asked.add(request);
    FakeValuation.answer(
        client,
        CreatePayoutResponse.newBuilder()
            .setPayout(
                Payout.newBuilder()
                    .setName("payouts/1")
                    .setValuation(request.getParent())
                    .setTerms(request.getTerms())
                    .addPayments(
                        Payment.newBuilder()
                            .setContributor("alice")
                            .setAmount(MoneyText.parse("75 EUR")))
                    .setByPerformance(true)
                    .setDocument(document(3)))
            .build());
  }

  @Override
  public void getPayoutKey(
      GetPayoutKeyRequest request, StreamObserver<GetPayoutKeyResponse> client) {
    FakeValuation.answer(client, GetPayoutKeyResponse.newBuilder().setJwk(key.publicJwk()).build());
  }
}
