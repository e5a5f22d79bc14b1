package dev.clade.valuation.worker.grpc;

import dev.clade.valuation.v1.DownloadFeatureSetRequest;
import dev.clade.valuation.v1.DownloadFeatureSetResponse;
import dev.clade.valuation.v1.TrainedEmbedding;
import dev.clade.valuation.v1.WorkerServiceGetContributorSetRequest;
import dev.clade.valuation.v1.WorkerServiceGrpc;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceBlockingStub;
import dev.clade.valuation.v1.WorkerServiceGrpc.WorkerServiceStub;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingRequest;
import dev.clade.valuation.v1.WorkerServiceUploadEmbeddingResponse;
import dev.clade.valuation.worker.embedding.Contributor;
import dev.clade.valuation.worker.lease.RepositorySource;
import io.grpc.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Repositories as a valuation service hands them on. Outages are waited out as the queue's. */
public final class GrpcRepositorySource implements RepositorySource {
  /** A gibibyte in half a megabyte a second. */
  private static final Duration TRANSFER_PATIENCE = Duration.ofMinutes(40);

  private final WorkerServiceBlockingStub stub;
  private final WorkerServiceStub streams;
  private final Duration patience;

  /**
   * Creates a client.
   *
   * @param channel to the valuation service
   * @param patience how long a call may take that transfers little, and outages may last
   */
  public GrpcRepositorySource(Channel channel, Duration patience) {
    this.stub = WorkerServiceGrpc.newBlockingStub(channel).withWaitForReady();
    this.streams = WorkerServiceGrpc.newStub(channel).withWaitForReady();
    this.patience = patience;
  }

  @Override
  public List<Contributor> contributors(String contributorSet) {
    WorkerServiceGetContributorSetRequest request =
        WorkerServiceGetContributorSetRequest.newBuilder().setName(contributorSet).build();
    return Patience.call(
        patience,
        () ->
            stub
                .withDeadlineAfter(patience)
                .getContributorSet(request)
                .getContributorSet()
                .getContributorsList()
                .stream()
                .map(each -> new Contributor(each.getId(), each.getSourcesList()))
                .toList());
  }

  @Override
  public void fetch(String featureSet, String valuation, Path file) {
    DownloadFeatureSetRequest request =
        DownloadFeatureSetRequest.newBuilder().setName(featureSet).setValuation(valuation).build();
    Patience.call(
        patience,
        () -> {
          Iterator<DownloadFeatureSetResponse> parts =
              stub.withDeadlineAfter(TRANSFER_PATIENCE).downloadFeatureSet(request);
          try (OutputStream target = Files.newOutputStream(file)) {
            while (parts.hasNext()) {
              parts.next().getChunk().writeTo(target);
            }
          } catch (IOException e) {
            throw new UncheckedIOException("a feature set cannot be kept", e);
          }
          return file;
        });
  }

  @Override
  public String publish(String lease, Map<String, Double> metrics, Path file) {
    TrainedEmbedding trained =
        TrainedEmbedding.newBuilder().setLease(lease).putAllMetrics(metrics).build();
    return Patience.call(
        patience,
        () -> {
          try (InputStream content = Files.newInputStream(file)) {
            ChunkUpload<WorkerServiceUploadEmbeddingRequest, WorkerServiceUploadEmbeddingResponse>
                upload =
                    new ChunkUpload<>(
                        WorkerServiceUploadEmbeddingRequest.newBuilder()
                            .setEmbedding(trained)
                            .build(),
                        content,
                        chunk ->
                            WorkerServiceUploadEmbeddingRequest.newBuilder()
                                .setChunk(chunk)
                                .build());
            var unused = streams.withDeadlineAfter(TRANSFER_PATIENCE).uploadEmbedding(upload);
            return upload.await().getEmbedding();
          } catch (IOException e) {
            throw new UncheckedIOException("a version of the embedding cannot be read", e);
          }
        });
  }
}
