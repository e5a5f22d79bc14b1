package dev.clade.valuation.server.contract;

import com.google.longrunning.OperationsGrpc;
import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.ContributorServiceGrpc;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.CreateContributorSetRequest;
import dev.clade.valuation.v1.CreateImageSetRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.ImageSet;
import dev.clade.valuation.v1.LabelledImages;
import dev.clade.valuation.v1.PayoutServiceGrpc;
import dev.clade.valuation.v1.ResumeValuationRequest;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** A client of the service under test. */
public final class Mesh implements AutoCloseable {
  static final int SIDE = 4;

  private final ManagedChannel channel;

  /** Connects. */
  public Mesh(URI server) {
    this.channel = builder(server).build();
  }

  /** Connects as who has a bearer token. */
  Mesh(URI server, String token) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    this.channel =
        builder(server).intercept(MetadataUtils.newAttachHeadersInterceptor(headers)).build();
  }

  private static NettyChannelBuilder builder(URI server) {
    return NettyChannelBuilder.forAddress(server.getHost(), server.getPort())
        .usePlaintext()
        .maxInboundMessageSize(8 << 20);
  }

  ValuationServiceGrpc.ValuationServiceBlockingStub valuations() {
    return ValuationServiceGrpc.newBlockingStub(channel).withDeadlineAfter(Duration.ofSeconds(60));
  }

  OperationsGrpc.OperationsBlockingStub operations() {
    return OperationsGrpc.newBlockingStub(channel).withDeadlineAfter(Duration.ofSeconds(60));
  }

  PayoutServiceGrpc.PayoutServiceBlockingStub payouts() {
    return PayoutServiceGrpc.newBlockingStub(channel).withDeadlineAfter(Duration.ofSeconds(60));
  }

  WorkerServiceGrpc.WorkerServiceBlockingStub workers() {
    return WorkerServiceGrpc.newBlockingStub(channel).withDeadlineAfter(Duration.ofSeconds(60));
  }

  WorkerServiceGrpc.WorkerServiceStub asynchronousWorkers() {
    return WorkerServiceGrpc.newStub(channel).withDeadlineAfter(Duration.ofSeconds(60));
  }

  ContributorServiceGrpc.ContributorServiceBlockingStub contributors() {
    return ContributorServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(Duration.ofSeconds(60));
  }

  /** Stores a set of contributors and returns it as it is kept. */
  ContributorSet store(ContributorSet.Builder set) {
    return contributors()
        .createContributorSet(
            CreateContributorSetRequest.newBuilder().setContributorSet(set).build())
        .getContributorSet();
  }

  /** Stores an image set of so many contributors, c0, c1 and so on, and returns its name. */
  public String imageSet(int contributors) {
    return valuations()
        .createImageSet(
            CreateImageSetRequest.newBuilder().setImageSet(images(contributors)).build())
        .getImageSet()
        .getName();
  }

  /** Starts a run. */
  public Valuation create(Valuation.Builder valuation) {
    return create(valuation, UUID.randomUUID().toString());
  }

  Valuation create(Valuation.Builder valuation, String requestId) {
    return valuations()
        .createValuation(
            CreateValuationRequest.newBuilder()
                .setValuation(valuation)
                .setRequestId(requestId)
                .build())
        .getValuation();
  }

  /** Returns a run. */
  public Valuation get(String name) {
    return valuations()
        .getValuation(GetValuationRequest.newBuilder().setName(name).build())
        .getValuation();
  }

  /** Ends a run. */
  public Valuation cancel(String name) {
    return valuations()
        .cancelValuation(CancelValuationRequest.newBuilder().setName(name).build())
        .getValuation();
  }

  /** Lets a run go on with its own budget. */
  public Valuation resume(String name) {
    return valuations()
        .resumeValuation(ResumeValuationRequest.newBuilder().setName(name).build())
        .getValuation();
  }

  /** Lets a run go on with another budget. */
  public Valuation resume(String name, Budget.Builder budget) {
    return valuations()
        .resumeValuation(
            ResumeValuationRequest.newBuilder().setName(name).setBudget(budget).build())
        .getValuation();
  }

  /** Returns a small good image set. */
  static ImageSet.Builder images(int contributors) {
    ImageSet.Builder images = ImageSet.newBuilder().setWidth(SIDE).setHeight(SIDE);
    for (int i = contributors - 1; i >= 0; i--) {
      byte[] pixels = new byte[SIDE * SIDE * (i % 3 + 1)];
      Arrays.fill(pixels, (byte) (i + 1));
      images
          .addContributorsBuilder()
          .setId("c%02d".formatted(i))
          .setPixels(ByteString.copyFrom(pixels));
    }
    byte[] labels = new byte[50];
    labels[7] = 1;
    return images.setReference(
        LabelledImages.newBuilder()
            .setPixels(ByteString.copyFrom(new byte[SIDE * SIDE * 50]))
            .setLabels(ByteString.copyFrom(labels)));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
