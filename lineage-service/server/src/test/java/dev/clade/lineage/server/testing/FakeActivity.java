package dev.clade.lineage.server.testing;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.ArtifactCard;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.ArtifactCounts;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.Repository;
import dev.clade.ingest.v1.StreamCardsRequest;
import dev.clade.ingest.v1.StreamCardsResponse;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.ingest.v1.StreamCountsRequest;
import dev.clade.ingest.v1.StreamCountsResponse;
import dev.clade.ingest.v1.StreamRepositoriesRequest;
import dev.clade.ingest.v1.StreamRepositoriesResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What people do in memory, each row a batch of its own, as {@code clade.ingest.v1} sends it. */
public final class FakeActivity extends ActivityServiceGrpc.ActivityServiceImplBase {
  private final Map<String, List<Repository>> repositories = new TreeMap<>();
  private final Map<String, List<Commit>> commits = new TreeMap<>();
  private final Map<String, List<DatedCounts>> counts = new TreeMap<>();
  private final Map<String, List<String>> cards = new TreeMap<>();
  private boolean away;
  private int batchesToBreak;

  /** Forgets everything. */
  public synchronized void clear() {
    repositories.clear();
    commits.clear();
    counts.clear();
    cards.clear();
    batchesToBreak = 0;
  }

  /** Stores what is known of an artifact. */
  public synchronized void store(Repository repository) {
    repositories.put(repository.getName(), List.of(repository));
  }

  /** Stores a commit. */
  public synchronized void store(String artifact, String... authors) {
    store(artifact, Commit.newBuilder().addAllAuthors(List.of(authors)).build());
  }

  /** Stores a commit. */
  public synchronized void store(String artifact, Commit commit) {
    commits.computeIfAbsent(artifact, any -> new ArrayList<>()).add(commit);
  }

  /** Stores counts, which must be later than those before. */
  public synchronized void store(String artifact, DatedCounts some) {
    counts.computeIfAbsent(artifact, any -> new ArrayList<>()).add(some);
  }

  /** Stores a card. */
  public synchronized void storeCard(String artifact, String text) {
    cards.put(artifact, List.of(text));
  }

  /** Breaks every stream behind its first batch until it is back. */
  public synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  /** Breaks the next stream that has more batches than a number, behind these. */
  public synchronized void breakOnceBehind(int batches) {
    batchesToBreak = batches;
  }

  @Override
  public void streamRepositories(
      StreamRepositoriesRequest request, StreamObserver<StreamRepositoriesResponse> stream) {
    send(
        repositories,
        request.getAfterName(),
        request.getKindsList(),
        stream,
        (through, row) ->
            StreamRepositoriesResponse.newBuilder()
                .addRepositories(row.value())
                .setThroughName(through)
                .build());
  }

  @Override
  public void streamCommits(
      StreamCommitsRequest request, StreamObserver<StreamCommitsResponse> stream) {
    send(
        commits,
        request.getAfterName(),
        request.getKindsList(),
        stream,
        (through, row) ->
            StreamCommitsResponse.newBuilder()
                .addArtifacts(
                    ArtifactCommits.newBuilder().setName(row.name()).addCommits(row.value()))
                .setThroughName(through)
                .build());
  }

  @Override
  public void streamCounts(
      StreamCountsRequest request, StreamObserver<StreamCountsResponse> stream) {
    send(
        counts,
        request.getAfterName(),
        request.getKindsList(),
        stream,
        (through, row) ->
            StreamCountsResponse.newBuilder()
                .addArtifacts(
                    ArtifactCounts.newBuilder().setName(row.name()).addCounts(row.value()))
                .setThroughName(through)
                .build());
  }

  @Override
  public void streamCards(StreamCardsRequest request, StreamObserver<StreamCardsResponse> stream) {
    send(
        cards,
        request.getAfterName(),
        request.getKindsList(),
        stream,
        (through, row) ->
            StreamCardsResponse.newBuilder()
                .addCards(ArtifactCard.newBuilder().setName(row.name()).setText(row.value()))
                .setThroughName(through)
                .build());
  }

  private record Row<T>(String name, T value) {}

  private synchronized <T, M> void send(
      Map<String, List<T>> rows,
      String after,
      List<ArtifactKind> kinds,
      StreamObserver<M> stream,
      BiFunction<String, Row<T>, M> message) {
    String through = after;
    int sent = 0;
    for (Map.Entry<String, List<T>> each : rows.entrySet()) {
      if (each.getKey().compareTo(after) <= 0 || !kinds.contains(kind(each.getKey()))) {
        continue;
      }
      for (int i = 0; i < each.getValue().size(); i++) {
        if (away && sent == 1 || batchesToBreak > 0 && sent == batchesToBreak) {
          batchesToBreak = 0;
          stream.onError(Status.UNAVAILABLE.asRuntimeException());
          return;
        }
        through = i + 1 == each.getValue().size() ? each.getKey() : through;
        stream.onNext(message.apply(through, new Row<>(each.getKey(), each.getValue().get(i))));
        sent++;
      }
    }
    stream.onCompleted();
  }

  private static ArtifactKind kind(String name) {
    return switch (name.substring(0, name.indexOf('/'))) {
      case "models" -> ArtifactKind.ARTIFACT_KIND_MODEL;
      case "datasets" -> ArtifactKind.ARTIFACT_KIND_DATASET;
      default -> ArtifactKind.ARTIFACT_KIND_SPACE;
    };
  }
}
