package dev.clade.valuation.server.payout;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestId;
import dev.clade.valuation.document.CanonicalJson;
import dev.clade.valuation.document.PayoutDocument;
import dev.clade.valuation.document.SigningKey;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.Payout;
import dev.clade.valuation.server.domain.PayoutBasis;
import dev.clade.valuation.server.run.Page;
import dev.clade.valuation.server.store.PayoutStore;
import dev.clade.valuation.server.store.RunStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Computes, signs and keeps payouts. */
@ApplicationScoped
public class PayoutService {
  private final PayoutStore payouts;
  private final RunStore runs;
  private final PayoutKey key;

  @Inject
  PayoutService(PayoutStore payouts, RunStore runs, PayoutKey key) {
    this.payouts = payouts;
    this.runs = runs;
    this.key = key;
  }

  /**
   * Computes and stores a payout, or returns the one that the same request made before.
   *
   * @throws CladeException naming the first field that breaks a rule, or saying why there is no
   *     payout
   */
  public Uni<Payout> create(PayoutRequest request) {
    RequestId requestId = RequestId.parse(request.requestId());
    UUID run = Names.run("parent", request.run());
    SigningKey signer = key.require();
    return payouts
        .ofRequest(requestId.uuid())
        .flatMap(
            before ->
                before
                    .map(payout -> Uni.createFrom().item(payout))
                    .orElseGet(() -> compute(requestId, run, request, signer)))
        .invoke(
            stored -> {
              if (!stored.requestHash().equals(request.requestHash())) {
                throw requestId.reused();
              }
            });
  }

  /** Returns the public key of signatures as a JSON Web Key. */
  public String publicKey() {
    return key.require().publicJwk();
  }

  /** Returns a payout; fails with {@link Reason#PAYOUT_NOT_FOUND}. */
  public Uni<Payout> get(UUID id) {
    return payouts
        .find(id)
        .map(
            found ->
                found.orElseThrow(
                    () -> CladeException.notFound(Reason.PAYOUT_NOT_FOUND, Names.ofPayout(id))));
  }

  /**
   * Returns payouts of a run, the newest first; fails with {@link Reason#VALUATION_NOT_FOUND}.
   *
   * @param position of a page before; nothing for the first page
   * @throws IllegalArgumentException when the position is none
   */
  public Uni<Page<Payout>> list(UUID run, int size, Optional<String> position) {
    long before = position.map(Long::parseLong).orElse(Long.MAX_VALUE);
    return runs.find(run)
        .map(found -> found.orElseThrow(() -> noRun(run)))
        .flatMap(_ -> payouts.newest(run, size + 1, before))
        .map(
            found ->
                found.size() <= size
                    ? new Page<>(found, Optional.empty())
                    : new Page<>(
                        found.subList(0, size),
                        Optional.of(Long.toString(found.get(size - 1).position()))));
  }

  private Uni<Payout> compute(
      RequestId requestId, UUID run, PayoutRequest request, SigningKey signer) {
    UUID id = UUID.randomUUID();
    return payouts
        .basis(run)
        // Solving may take a second; the event loop has other things to do.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            found -> {
              PayoutBasis basis = found.orElseThrow(() -> noRun(run));
              PayoutDocument document = PayoutWriter.write(id, request, basis);
              return new Payout(
                  id,
                  run,
                  requestId.uuid(),
                  request.requestHash(),
                  signer.sign(CanonicalJson.write(document)),
                  0,
                  basis.time());
            })
        .flatMap(payouts::create);
  }

  private static CladeException noRun(UUID run) {
    return CladeException.notFound(Reason.VALUATION_NOT_FOUND, Names.ofRun(run));
  }
}
