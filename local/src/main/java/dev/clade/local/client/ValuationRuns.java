package dev.clade.local.client;

import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.WatchValuationRequest;
import dev.clade.valuation.v1.WatchValuationResponse;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Consumer;

/** Starts and follows valuations. */
public final class ValuationRuns {
  private final MeshClient client;

  /** Creates a starter that calls through a client. */
  public ValuationRuns(MeshClient client) {
    this.client = client;
  }

  /** Stores an image set and returns it without pixels, with its name. */
  public ImageSet store(ImageSet images) {
    CreateImageSetRequest request = CreateImageSetRequest.newBuilder().setImageSet(images).build();
    return client
        .call(Service.VALUATION, () -> client.valuation().createImageSet(request))
        .getImageSet();
  }

  /** Starts a run and returns it with every default filled in. */
  public Valuation create(Valuation wished) {
    CreateValuationRequest request =
        CreateValuationRequest.newBuilder()
            .setValuation(wished)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    return client
        .call(Service.VALUATION, () -> client.valuation().createValuation(request))
        .getValuation();
  }

  /** Returns a run as it is now. */
  public Valuation get(String name) {
    GetValuationRequest request = GetValuationRequest.newBuilder().setName(name).build();
    return client
        .call(Service.VALUATION, () -> client.valuation().getValuation(request))
        .getValuation();
  }

  /**
   * Follows a run to its end, and returns it as it ended. The run goes on when the caller does not.
   */
  public Valuation watch(String name, Consumer<Valuation> progress) {
    WatchValuationRequest request = WatchValuationRequest.newBuilder().setName(name).build();
    return client.call(
        Service.VALUATION,
        () -> {
          Iterator<WatchValuationResponse> states = client.valuation().watchValuation(request);
          Valuation last = Valuation.getDefaultInstance();
          while (states.hasNext()) {
            last = states.next().getValuation();
            progress.accept(last);
          }
          return last;
        });
  }

  /** Returns the resource name of a run from what people type, with or without its collection. */
  public static String name(String typed) {
    return typed.startsWith("valuations/") ? typed : "valuations/" + typed;
  }
}
