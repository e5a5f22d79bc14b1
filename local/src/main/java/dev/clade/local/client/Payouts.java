package dev.clade.local.client;

import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.GetPayoutKeyRequest;
import dev.clade.valuation.v1.ListPayoutsRequest;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutTerms;
import java.util.List;
import java.util.UUID;

/** Makes and reads payouts. */
public final class Payouts {
  private final MeshClient client;

  /** Creates a maker that calls through a client. */
  public Payouts(MeshClient client) {
    this.client = client;
  }

  /** Computes, signs and stores a payout of a run. */
  public Payout create(String run, PayoutTerms terms) {
    CreatePayoutRequest request =
        CreatePayoutRequest.newBuilder()
            .setParent(run)
            .setTerms(terms)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    return client.call(Service.VALUATION, () -> client.payouts().createPayout(request)).getPayout();
  }

  /** Returns all payouts of a run, the newest first. */
  public List<Payout> list(String run) {
    return client.call(
        Service.VALUATION,
        () ->
            Pages.all(
                    token ->
                        client
                            .payouts()
                            .listPayouts(
                                ListPayoutsRequest.newBuilder()
                                    .setParent(run)
                                    .setPageToken(token)
                                    .build()))
                .getPayoutsList());
  }

  /** Returns the public key of the service's signatures as a JSON Web Key. */
  public String key() {
    return client
        .call(
            Service.VALUATION,
            () -> client.payouts().getPayoutKey(GetPayoutKeyRequest.getDefaultInstance()))
        .getJwk();
  }
}
