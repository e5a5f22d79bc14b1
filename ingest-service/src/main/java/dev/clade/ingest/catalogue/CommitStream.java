package dev.clade.ingest.catalogue;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.HubIdentifier;
import dev.clade.ingest.store.CommitPlace;
import dev.clade.ingest.store.EnrichmentStore;
import dev.clade.ingest.store.NameRange;
import dev.clade.ingest.store.Page;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the commits of all artifacts. */
@ApplicationScoped
public class CommitStream {
  private static final int BATCH_COMMITS = 5_000;
  private static final long BATCH_BYTES = 512 * 1024;

  private final EnrichmentStore store;

  @Inject
  CommitStream(EnrichmentStore store) {
    this.store = store;
  }

  /**
   * Returns commits by their artifacts' names, and of each artifact from the oldest to the newest.
   * Each batch is read when it is asked for.
   *
   * @param after name behind which to begin; empty for the beginning
   * @param kinds kinds of artifacts; all when empty
   * @throws CladeException {@link Reason#FIELD_MALFORMED} when no artifact can have the name
   */
  public Multi<CommitBatch> behind(String after, Set<ArtifactKind> kinds) {
    checkName(after);
    Set<ArtifactKind> wanted = kinds.isEmpty() ? EnumSet.allOf(ArtifactKind.class) : kinds;
    List<NameRange> ranges =
        wanted.stream()
            .map(ArtifactKind::collection)
            .sorted(Comparator.naturalOrder())
            .map(NameRange::under)
            .toList();
    Reader reader = new Reader(after);
    return Multi.createFrom()
        .iterable(ranges)
        .onItem()
        .transformToMultiAndConcatenate(reader::range)
        .select()
        .where(batch -> !batch.commits().isEmpty());
  }

  private static void checkName(String name) {
    boolean named =
        Arrays.stream(ArtifactKind.values())
            .map(ArtifactKind::collection)
            .anyMatch(
                collection ->
                    name.startsWith(collection)
                        && HubIdentifier.isValid(name.substring(collection.length())));
    if (!name.isEmpty() && !named) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "after_name",
          name.replace('\0', '\uFFFD'),
          "must be empty or a resource name such as models/openai-community/gpt2");
    }
  }

  /** How far one reader is. */
  private final class Reader {
    /** The artifact whose commits are being read, and the last one that is read of them. */
    private String artifact;

    private CommitPlace place = CommitPlace.LATEST;
    private String through;

    Reader(String after) {
      artifact = after;
      through = after;
    }

    Multi<CommitBatch> range(NameRange range) {
      return Multi.createBy()
          .repeating()
          .uni(() -> next(range))
          .whilst(Page::more)
          .map(page -> new CommitBatch(page.items(), through));
    }

    private Uni<Page<Commit>> next(NameRange range) {
      boolean begun = artifact.compareTo(range.first()) > 0;
      return store
          .commitsOfAll(
              begun ? artifact : range.first(),
              begun ? place : CommitPlace.LATEST,
              range.end(),
              BATCH_COMMITS,
              BATCH_BYTES)
          .invoke(this::advance);
    }

    /** An artifact is whole when another begins, or nothing follows. */
    private void advance(Page<Commit> page) {
      for (Commit each : page.items()) {
        if (!each.artifact().equals(artifact)) {
          through = artifact;
          artifact = each.artifact();
        }
        place = new CommitPlace(each.time(), each.id());
      }
      if (!page.more()) {
        through = artifact;
      }
    }
  }
}
