package dev.clade.local.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.clade.local.hub.Ordering.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What is on a hub: the truth that a crawl is held against. Any thread may read and change it at
 * any moment; each call happens wholly or not at all.
 *
 * <p>The hub has a clock of its own, which moves by one step with each change to files, so that the
 * same changes always give the same hub. It is never behind what any repository says.
 */
public final class SimulatedHub {
  /** The day on which the real hub was recorded. */
  static final Instant RECORDED = Instant.parse("2024-07-11T12:00:00Z");

  private final Map<RepositoryKind, Shelf> shelves = Shelf.ofEachKind();
  private final Map<ObjectId, List<HubCommit>> commits = new HashMap<>();
  private final Map<ObjectId, List<HubDiscussion>> discussions = new HashMap<>();
  private final Map<ObjectId, String> cards = new HashMap<>();
  private final Duration step;
  private Instant now;

  /** Makes an empty hub on the day on which the real one was recorded. */
  public SimulatedHub() {
    this(RECORDED, Duration.ofSeconds(1));
  }

  /**
   * Makes an empty hub.
   *
   * @param now its time
   * @param step how far a change moves its time; with zero, all changes carry the same time
   */
  public SimulatedHub(Instant now, Duration step) {
    this.now = now;
    this.step = step;
  }

  /** Puts a repository on the hub. A name that led elsewhere leads there no more. */
  public synchronized void add(Repository repository) {
    put(repository);
  }

  /** Returns the repository of a name, whoever may see it; a former name finds nothing. */
  public synchronized Optional<Repository> find(RepositoryKind kind, String id) {
    return Optional.ofNullable(shelf(kind).find(id));
  }

  /**
   * Returns the repository of a name.
   *
   * @throws NoSuchElementException when there is none
   */
  public Repository get(RepositoryKind kind, String id) {
    return find(kind, id)
        .orElseThrow(
            () -> new NoSuchElementException("the hub has no " + kind.plural() + "/" + id));
  }

  /** Returns the name that a former name leads to. */
  public synchronized Optional<String> presentName(RepositoryKind kind, String formerName) {
    return Optional.ofNullable(shelf(kind).presentName(formerName));
  }

  /** Returns every repository of a kind that the hub lists, in no order. */
  public synchronized List<Repository> listed(RepositoryKind kind) {
    return shelf(kind).all().stream()
        .filter(repository -> repository.visibility() != Visibility.PRIVATE)
        .toList();
  }

  /** Returns at most so many listed repositories that come after a place, or from the beginning. */
  synchronized List<Repository> list(
      RepositoryKind kind,
      Ordering ordering,
      Optional<Position> after,
      int most,
      Predicate<Repository> filter) {
    return shelf(kind).list(ordering, after, most, filter);
  }

  /**
   * Changes what is not in the files, such as likes or tags; the last change stays where it was.
   */
  public synchronized Repository update(
      RepositoryKind kind, String id, UnaryOperator<RepositoryBuilder> change) {
    Repository changed = change.apply(get(kind, id).toBuilder()).build();
    put(changed);
    return changed;
  }

  /** Changes a repository by a new commit, which gives it a new hash and time of last change. */
  public synchronized Repository modify(
      RepositoryKind kind, String id, UnaryOperator<RepositoryBuilder> change) {
    now = now.plus(step);
    Repository before = get(kind, id);
    List<HubCommit> history = new ArrayList<>(commits(kind, id));
    String sha = GitHash.ofText(before.sha() + "+" + history.size());
    String author = before.author() == null ? "system" : before.author();
    history.addFirst(new HubCommit(sha, List.of(author), now, "Update", ""));
    commits.put(before.objectId(), List.copyOf(history));
    return update(kind, id, builder -> change.apply(builder).sha(sha).lastModified(now));
  }

  /** Changes a repository by a new commit and nothing else. */
  public Repository modify(RepositoryKind kind, String id) {
    return modify(kind, id, UnaryOperator.identity());
  }

  /** Gives a repository another name, to which the old one leads from now on. */
  public synchronized void rename(RepositoryKind kind, String id, String to) {
    if (find(kind, to).isPresent()) {
      throw new IllegalArgumentException(to + " is taken");
    }
    shelf(kind).rename(get(kind, id), to);
  }

  /** Lets a name that no repository has lead to one. */
  public synchronized void redirect(RepositoryKind kind, String formerName, String to) {
    if (find(kind, formerName).isPresent()) {
      throw new IllegalArgumentException(formerName + " is taken");
    }
    shelf(kind).redirect(formerName, get(kind, to).id());
  }

  /** Takes a repository off the hub, with all that belongs to it. */
  public synchronized void delete(RepositoryKind kind, String id) {
    Repository repository = get(kind, id);
    shelf(kind).remove(repository);
    commits.remove(repository.objectId());
    discussions.remove(repository.objectId());
    cards.remove(repository.objectId());
  }

  /** Puts something before a repository's files, or takes it away. */
  public void gate(RepositoryKind kind, String id, Gate gate) {
    update(kind, id, builder -> builder.gate(gate));
  }

  /** Decides who sees a repository. */
  public void show(RepositoryKind kind, String id, Visibility visibility) {
    update(kind, id, builder -> builder.visibility(visibility));
  }

  /**
   * Returns a repository's commits, the newest first. Where none were set, there is one of its
   * creation and, when it was modified since, one of that.
   */
  public synchronized List<HubCommit> commits(RepositoryKind kind, String id) {
    Repository repository = get(kind, id);
    List<HubCommit> known = commits.get(repository.objectId());
    return known == null ? HubCommits.assumed(repository) : known;
  }

  /** Sets a repository's commits, the newest first, of which the first is its latest. */
  public synchronized void setCommits(RepositoryKind kind, String id, List<HubCommit> history) {
    HubCommit latest = history.getFirst();
    Repository repository =
        update(kind, id, builder -> builder.sha(latest.id()).lastModified(latest.date()));
    commits.put(repository.objectId(), List.copyOf(history));
  }

  /** Returns a repository's discussions, the newest first. */
  public synchronized List<HubDiscussion> discussions(RepositoryKind kind, String id) {
    return discussions.getOrDefault(get(kind, id).objectId(), List.of());
  }

  /** Opens a discussion. */
  public synchronized void addDiscussion(RepositoryKind kind, String id, HubDiscussion discussion) {
    List<HubDiscussion> more = new ArrayList<>(discussions(kind, id));
    more.add(discussion);
    more.sort(Comparator.comparingInt(HubDiscussion::number).reversed());
    discussions.put(get(kind, id).objectId(), List.copyOf(more));
  }

  /** Returns a repository's card: the text of its README.md with the YAML before it. */
  public synchronized Optional<String> card(RepositoryKind kind, String id) {
    return Optional.ofNullable(cards.get(get(kind, id).objectId()));
  }

  /** Sets a repository's card and names its file among the others. */
  public synchronized void setCard(RepositoryKind kind, String id, String text) {
    Repository repository = get(kind, id);
    cards.put(repository.objectId(), text);
    JsonArray files = repository.json().getAsJsonArray("siblings");
    for (JsonElement file : files) {
      if (file.getAsJsonObject().get("rfilename").getAsString().equals(HubFiles.CARD)) {
        return;
      }
    }
    JsonObject card = new JsonObject();
    card.addProperty("rfilename", HubFiles.CARD);
    files.add(card);
    update(kind, id, builder -> builder.detail("siblings", files));
  }

  private void put(Repository repository) {
    shelf(repository.kind()).put(repository);
    if (repository.lastModified().isAfter(now)) {
      now = repository.lastModified();
    }
  }

  private Shelf shelf(RepositoryKind kind) {
    return shelves.get(kind);
  }
}
