package dev.clade.valuation.server.grpc;

import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageToken;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.payout.PayoutService;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.CreatePayoutResponse;
import dev.clade.valuation.v1.GetPayoutKeyRequest;
import dev.clade.valuation.v1.GetPayoutKeyResponse;
import dev.clade.valuation.v1.GetPayoutRequest;
import dev.clade.valuation.v1.GetPayoutResponse;
import dev.clade.valuation.v1.ListPayoutsRequest;
import dev.clade.valuation.v1.ListPayoutsResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;

/** The service that pays contributors. */
@GrpcService
public class PayoutGrpcService implements dev.clade.valuation.v1.PayoutService {
  private static final PageSize PAYOUTS = new PageSize(10, 20);

  private final PayoutService payouts;

  @Inject
  PayoutGrpcService(PayoutService payouts) {
    this.payouts = payouts;
  }

  @Override
  public Uni<CreatePayoutResponse> createPayout(CreatePayoutRequest request) {
    return CallersContext.answer(
        payouts
            .create(PayoutTermsMessages.request(request))
            .map(
                payout ->
                    CreatePayoutResponse.newBuilder()
                        .setPayout(PayoutMessages.payout(payout))
                        .build()));
  }

  @Override
  public Uni<GetPayoutResponse> getPayout(GetPayoutRequest request) {
    return CallersContext.answer(
        payouts
            .get(Names.payout("name", request.getName()))
            .map(
                payout ->
                    GetPayoutResponse.newBuilder()
                        .setPayout(PayoutMessages.payout(payout))
                        .build()));
  }

  @Override
  public Uni<ListPayoutsResponse> listPayouts(ListPayoutsRequest request) {
    UUID run = Names.run("parent", request.getParent());
    int size = PAYOUTS.of(request.getPageSize());
    return CallersContext.answer(
        Paging.paged(
                request.getPageToken(), () -> payouts.list(run, size, PageToken.decode(request)))
            .map(
                page -> {
                  ListPayoutsResponse.Builder response = ListPayoutsResponse.newBuilder();
                  page.items()
                      .forEach(payout -> response.addPayouts(PayoutMessages.payout(payout)));
                  return response.setNextPageToken(Paging.token(request, page)).build();
                }));
  }

  @Override
  public Uni<GetPayoutKeyResponse> getPayoutKey(GetPayoutKeyRequest request) {
    return Uni.createFrom()
        .item(() -> GetPayoutKeyResponse.newBuilder().setJwk(payouts.publicKey()).build());
  }
}
