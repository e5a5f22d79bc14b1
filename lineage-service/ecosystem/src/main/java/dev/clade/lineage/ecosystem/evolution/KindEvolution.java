package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.concentration.Concentration;
import dev.clade.lineage.graph.ArtifactKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * The repositories of one kind by month of creation and by owner, read one by one. What the hub has
 * no more is left out. Not thread-safe.
 */
final class KindEvolution {
  static final String DOWNLOADS = "downloads";
  static final String LIKES = "likes";

  private final ArtifactKind kind;
  private final YearMonth first;
  private final CreationTimes times;
  private final MonthlyPopularity downloads = new MonthlyPopularity();
  private final MonthlyPopularity likes = new MonthlyPopularity();
  private final Map<String, Held> owners = new HashMap<>();
  private long count;
  private long unrecorded;
  private long datedByCommits;
  private long undated;
  private long before;
  private Optional<Instant> latest = Optional.empty();

  KindEvolution(ArtifactKind kind, YearMonth first, CreationTimes times) {
    this.kind = kind;
    this.first = first;
    this.times = times;
  }

  /** Returns how many months after the first it was created; nothing if before or not known. */
  OptionalInt add(Repository repository) {
    count++;
    owners.computeIfAbsent(repository.owner(), any -> new Held()).add(repository);
    if (repository.createTime().filter(this::isLater).isPresent()) {
      latest = repository.createTime();
    }
    Optional<Instant> time = times.of(repository);
    boolean recorded = CreationTimes.isRecorded(repository);
    unrecorded += recorded ? 0 : 1;
    datedByCommits += recorded || time.isEmpty() ? 0 : 1;
    if (time.isEmpty()) {
      // Whatever the hub gives its oldest time was there when it began to record times.
      before += repository.createTime().isPresent() ? 1 : 0;
      undated += repository.createTime().isPresent() ? 0 : 1;
      return OptionalInt.empty();
    }
    int month = Months.since(first, time.get());
    if (month < 0) {
      before++;
      return OptionalInt.empty();
    }
    downloads.add(month, repository.downloads());
    likes.add(month, repository.likes());
    return OptionalInt.of(month);
  }

  ArtifactKind kind() {
    return kind;
  }

  /** Returns the months that are over: all but that of the latest creation. */
  Months months() {
    return latest.map(time -> Months.over(first, time)).orElse(Months.none(first));
  }

  /** Returns how many were created in each of some months. */
  long[] created(Months over) {
    return likes.created(over);
  }

  /** Returns each measure of popularity that the kind has. */
  SortedMap<String, MonthlyPopularity> popularity() {
    SortedMap<String, MonthlyPopularity> measures = new TreeMap<>();
    measures.put(LIKES, likes);
    if (kind != ArtifactKind.SPACE) {
      measures.put(DOWNLOADS, downloads);
    }
    return measures;
  }

  /** Returns how many there are. */
  long count() {
    return count;
  }

  /** Returns of how many the hub does not tell when they were created. */
  long unrecorded() {
    return unrecorded;
  }

  /** Returns how many of these have commits that tell. */
  long datedByCommits() {
    return datedByCommits;
  }

  /** Returns of how many nothing tells when they were created, so that no series has them. */
  long undated() {
    return undated;
  }

  /** Returns how many were created before the first month. */
  long before() {
    return before;
  }

  /** Returns how many were created after the last month. */
  long after() {
    return count - undated - before - LongStream.of(created(months())).sum();
  }

  /** Returns how unequally owners share each measure, and repositories. */
  SortedMap<String, Concentration> concentrations() {
    SortedMap<String, Concentration> measures = new TreeMap<>();
    measures.put("repositories", concentration(held -> held.repositories));
    measures.put(LIKES, concentration(held -> held.likes));
    if (kind != ArtifactKind.SPACE) {
      measures.put(DOWNLOADS, concentration(held -> held.downloads));
    }
    return measures;
  }

  private boolean isLater(Instant time) {
    return latest.filter(known -> !known.isBefore(time)).isEmpty();
  }

  private Concentration concentration(ToLongFunction<Held> measure) {
    return Concentration.of(owners.values().stream().mapToLong(measure).toArray());
  }

  /** What an owner has of all its repositories. */
  private static final class Held {
    private long repositories;
    private long downloads;
    private long likes;

    void add(Repository repository) {
      repositories++;
      downloads += repository.downloads();
      likes += repository.likes();
    }
  }
}
