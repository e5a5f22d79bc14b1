package dev.clade.ingest.catalogue;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.HubIdentifier;
import dev.clade.ingest.store.ActivityStore;
import dev.clade.ingest.store.ArtifactCounts;
import dev.clade.ingest.store.CardText;
import dev.clade.ingest.store.Repository;
import dev.clade.ingest.store.RowPlace;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads what the catalogue has of all artifacts, by their names. Of each reading's arguments, the
 * name is the one behind which to begin, empty for the beginning, and the kinds are all when empty;
 * a name that no artifact can have fails with {@link Reason#FIELD_MALFORMED}.
 */
@ApplicationScoped
public class ActivityStreams {
  private static final int BATCH_ROWS = 5_000;
  private static final long BATCH_BYTES = 512 * 1024;

  private final BulkStream<Repository> repositories;
  private final BulkStream<Commit> commits;
  private final BulkStream<ArtifactCounts> counts;
  private final BulkStream<CardText> cards;

  @Inject
  ActivityStreams(ActivityStore store) {
    repositories =
        new BulkStream<>(
            (artifact, _, end) -> store.repositories(artifact, end, BATCH_ROWS, BATCH_BYTES),
            Repository::name);
    commits =
        new BulkStream<>(
            (artifact, after, end) -> store.commits(artifact, after, end, BATCH_ROWS, BATCH_BYTES),
            Commit::artifact,
            commit -> new RowPlace(commit.time(), commit.id()));
    counts =
        new BulkStream<>(
            (artifact, after, end) ->
                store.counts(artifact, after.time(), end, BATCH_ROWS, BATCH_BYTES),
            ArtifactCounts::name,
            row -> new RowPlace(row.counts().provenance().snapshotTime(), ""));
    cards =
        new BulkStream<>(
            (artifact, _, end) -> store.cards(artifact, end, BATCH_ROWS, BATCH_BYTES),
            CardText::name);
  }

  /** Returns what is known of each artifact; those that have another name now are left out. */
  public Multi<BulkBatch<Repository>> repositories(String after, Set<ArtifactKind> kinds) {
    return repositories.behind(checked(after), kinds);
  }

  /** Returns the commits of each artifact from the oldest to the newest. */
  public Multi<BulkBatch<Commit>> commits(String after, Set<ArtifactKind> kinds) {
    return commits.behind(checked(after), kinds);
  }

  /** Returns the counts of each artifact, the earliest first and the present ones last. */
  public Multi<BulkBatch<ArtifactCounts>> counts(String after, Set<ArtifactKind> kinds) {
    return counts.behind(checked(after), kinds);
  }

  /** Returns the texts of cards. */
  public Multi<BulkBatch<CardText>> cards(String after, Set<ArtifactKind> kinds) {
    return cards.behind(checked(after), kinds);
  }

  private static String checked(String name) {
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
    return name;
  }
}
