package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each contributor brings, told by its sources: {@code models/gpt2} (likewise {@code datasets}
 * and {@code spaces}) is a repository, {@code owners/google} all of an owner's, {@code
 * kinds/models} all of a kind, and {@code views/card} (likewise {@code tags}, {@code numeric},
 * {@code lineage} and {@code activity}) a view of all rows. Names are told regardless of case.
 *
 * <p>Where no contributor names rows, all rows are everybody's; where none names a view, all views
 * are. What nobody names is used by nobody otherwise.
 */
final class Contributions {
  private static final Map<String, RepositoryKind> KINDS =
      Map.of(
          "models", RepositoryKind.MODEL,
          "datasets", RepositoryKind.DATASET,
          "spaces", RepositoryKind.SPACE);

  private final int rows;
  private final List<BitSet> ownRows = new ArrayList<>();
  private final List<Set<View>> ownViews = new ArrayList<>();
  private final Map<String, BitSet> byOwner = new HashMap<>();
  private final Map<String, BitSet> byName = new HashMap<>();
  private final Map<RepositoryKind, BitSet> byKind = new EnumMap<>(RepositoryKind.class);
  private boolean rowsAreNamed;
  private boolean viewsAreNamed;

  /**
   * Finds what sources name.
   *
   * @throws IllegalArgumentException naming the first source that is of no such form, or names
   *     nothing of the set
   */
  Contributions(List<Contributor> contributors, List<RepositoryRecord> records) {
    this.rows = records.size();
    for (int row = 0; row < rows; row++) {
      RepositoryRecord record = records.get(row);
      add(byOwner, record.owner().toLowerCase(Locale.ROOT), row);
      add(byName, name(record.kind(), record.id().toLowerCase(Locale.ROOT)), row);
      add(byKind, record.kind(), row);
    }
    contributors.forEach(this::read);
  }

  /** Returns how many contributors there are. */
  int count() {
    return ownRows.size();
  }

  /** Returns the rows that a coalition brings. */
  BitSet rows(BitSet coalition) {
    BitSet found = new BitSet(rows);
    if (!rowsAreNamed && !coalition.isEmpty()) {
      found.set(0, rows);
    }
    coalition.stream().forEach(member -> found.or(ownRows.get(member)));
    return found;
  }

  /** Returns the views that a coalition brings. */
  Set<View> views(BitSet coalition) {
    Set<View> found = EnumSet.noneOf(View.class);
    if (!viewsAreNamed && !coalition.isEmpty()) {
      found.addAll(NetworkShape.USUAL_VIEWS);
    }
    coalition.stream().forEach(member -> found.addAll(ownViews.get(member)));
    return found;
  }

  private void read(Contributor contributor) {
    BitSet found = new BitSet(rows);
    Set<View> views = EnumSet.noneOf(View.class);
    for (String source : contributor.sources()) {
      if (source.startsWith("views/")) {
        views.add(
            view(source)
                .orElseThrow(
                    () -> wrong(contributor, source, "names none of the views of the embedding")));
        viewsAreNamed = true;
      } else {
        BitSet named =
            named(source)
                .orElseThrow(
                    () ->
                        wrong(
                            contributor,
                            source,
                            "must be models/, datasets/ or spaces/ and a repository, owners/ and an"
                                + " owner, kinds/ and one of models, datasets and spaces, or views/"
                                + " and a view"));
        if (named.isEmpty()) {
          throw wrong(contributor, source, "names nothing of the feature set");
        }
        found.or(named);
        rowsAreNamed = true;
      }
    }
    ownRows.add(found);
    ownViews.add(views);
  }

  private Optional<BitSet> named(String source) {
    int slash = source.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String collection = source.substring(0, slash);
    String rest = source.substring(slash + 1).toLowerCase(Locale.ROOT);
    if (KINDS.containsKey(collection)) {
      return Optional.of(byName.getOrDefault(name(KINDS.get(collection), rest), new BitSet()));
    }
    return switch (collection) {
      case "owners" -> Optional.of(byOwner.getOrDefault(rest, new BitSet()));
      case "kinds" ->
          Optional.ofNullable(KINDS.get(rest)).map(kind -> byKind.getOrDefault(kind, new BitSet()));
      default -> Optional.empty();
    };
  }

  private static Optional<View> view(String source) {
    return NetworkShape.USUAL_VIEWS.stream()
        .filter(view -> source.equals("views/" + view.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static <K> void add(Map<K, BitSet> index, K key, int row) {
    index.computeIfAbsent(key, each -> new BitSet()).set(row);
  }

  private static String name(RepositoryKind kind, String id) {
    return kind + "/" + id;
  }

  private static IllegalArgumentException wrong(
      Contributor contributor, String source, String rule) {
    return new IllegalArgumentException(
        "contributor \"%s\": the source \"%s\" %s".formatted(contributor.id(), source, rule));
  }
}
