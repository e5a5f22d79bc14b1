package dev.clade.ingest.catalogue;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.store.NameRange;
import dev.clade.ingest.store.Page;
import dev.clade.ingest.store.RowPlace;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads rows of all artifacts by the artifacts' names, each batch when it is asked for.
 *
 * @param <T> a row; an artifact may have many
 */
final class BulkStream<T> {
  private final PageReader<T> pages;
  private final Function<T, String> artifact;
  private final Function<T, RowPlace> place;

  /** Reads rows of which an artifact may have many. */
  BulkStream(PageReader<T> pages, Function<T, String> artifact, Function<T, RowPlace> place) {
    this.pages = pages;
    this.artifact = artifact;
    this.place = place;
  }

  /** Reads rows of which an artifact has one. */
  BulkStream(PageReader<T> pages, Function<T, String> artifact) {
    this(pages, artifact, _ -> RowPlace.LATEST);
  }

  /** Reads the rows behind a place. */
  interface PageReader<T> {
    /**
     * Returns successive rows.
     *
     * @param artifact name that is begun, or that all names looked for are behind
     * @param after place among its rows behind which to begin
     * @param end name before which all names looked for are
     */
    Uni<Page<T>> read(String artifact, RowPlace after, String end);
  }

  /**
   * Returns the rows behind an artifact.
   *
   * @param after its name; empty for the beginning
   * @param kinds kinds of artifacts; all when empty
   */
  Multi<BulkBatch<T>> behind(String after, Set<ArtifactKind> kinds) {
    Set<ArtifactKind> wanted = kinds.isEmpty() ? EnumSet.allOf(ArtifactKind.class) : kinds;
    List<NameRange> ranges =
        wanted.stream()
            .map(ArtifactKind::collection)
            .sorted(Comparator.naturalOrder())
            .map(NameRange::under)
            .toList();
    Progress progress = new Progress(after);
    return Multi.createFrom()
        .iterable(ranges)
        .onItem()
        .transformToMultiAndConcatenate(progress::range)
        .select()
        .where(batch -> !batch.rows().isEmpty());
  }

  /** How far one reader is. */
  private final class Progress {
    /** The artifact whose rows are being read, and the last one that is read of them. */
    private String begun;

    private RowPlace last = RowPlace.LATEST;
    private String through;

    Progress(String after) {
      begun = after;
      through = after;
    }

    Multi<BulkBatch<T>> range(NameRange range) {
      return Multi.createBy()
          .repeating()
          .uni(() -> next(range))
          .whilst(Page::more)
          .map(page -> new BulkBatch<>(page.items(), through));
    }

    private Uni<Page<T>> next(NameRange range) {
      boolean within = begun.compareTo(range.first()) > 0;
      return pages
          .read(within ? begun : range.first(), within ? last : RowPlace.LATEST, range.end())
          .invoke(this::advance);
    }

    /** An artifact is whole when another begins, or nothing follows. */
    private void advance(Page<T> page) {
      for (T each : page.items()) {
        if (!artifact.apply(each).equals(begun)) {
          through = begun;
          begun = artifact.apply(each);
        }
        last = place.apply(each);
      }
      if (!page.more() || last.equals(RowPlace.LATEST)) {
        through = begun;
      }
    }
  }
}
