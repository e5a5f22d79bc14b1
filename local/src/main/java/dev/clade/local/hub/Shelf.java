package dev.clade.local.hub;

import dev.clade.local.hub.Ordering.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The repositories of one kind by name and in every order that was asked for. Not for several
 * threads at once.
 */
final class Shelf {
  private final Map<String, Repository> byId = new HashMap<>();
  private final Map<String, ObjectId> formerNames = new HashMap<>();
  private final Map<ObjectId, String> renamed = new HashMap<>();
  private final Map<Ordering, NavigableMap<Position, Repository>> orders = new HashMap<>();

  Repository find(String id) {
    return byId.get(id);
  }

  /** Returns the present name of what had this one, or null. */
  String presentName(String formerName) {
    ObjectId objectId = formerNames.get(formerName);
    return objectId == null ? null : renamed.get(objectId);
  }

  void put(Repository repository) {
    Repository before = byId.put(repository.id(), repository);
    formerNames.remove(repository.id());
    orders.forEach(
        (ordering, order) -> {
          if (before != null) {
            order.remove(ordering.position(before));
          }
          insert(ordering, order, repository);
        });
  }

  void remove(Repository repository) {
    byId.remove(repository.id());
    renamed.remove(repository.objectId());
    formerNames.values().removeIf(repository.objectId()::equals);
    orders.forEach((ordering, order) -> order.remove(ordering.position(repository)));
  }

  void rename(Repository repository, String to) {
    byId.remove(repository.id());
    orders.forEach((ordering, order) -> order.remove(ordering.position(repository)));
    put(repository.toBuilder().id(to).build());
    redirect(repository.id(), to);
  }

  /** Lets a name that nothing has lead to a repository. */
  void redirect(String formerName, String to) {
    ObjectId objectId = byId.get(to).objectId();
    formerNames.put(formerName, objectId);
    renamed.put(objectId, to);
  }

  Collection<Repository> all() {
    return byId.values();
  }

  /** Returns at most so many repositories that come after a place, or from the beginning. */
  List<Repository> list(
      Ordering ordering, Optional<Position> after, int most, Predicate<Repository> filter) {
    NavigableMap<Position, Repository> order = orders.computeIfAbsent(ordering, this::build);
    List<Repository> page = new ArrayList<>(most);
    for (Repository repository :
        after.map(place -> order.tailMap(place, false)).orElse(order).values()) {
      if (page.size() == most) {
        break;
      }
      if (filter.test(repository)) {
        page.add(repository);
      }
    }
    return page;
  }

  private NavigableMap<Position, Repository> build(Ordering ordering) {
    NavigableMap<Position, Repository> order = new TreeMap<>(ordering.comparator());
    byId.values().forEach(repository -> insert(ordering, order, repository));
    return order;
  }

  private static void insert(
      Ordering ordering, Map<Position, Repository> order, Repository repository) {
    if (repository.visibility() != Visibility.PRIVATE) {
      order.put(ordering.position(repository), repository);
    }
  }

  /** Returns an empty shelf for each kind. */
  static Map<RepositoryKind, Shelf> ofEachKind() {
    Map<RepositoryKind, Shelf> shelves = new EnumMap<>(RepositoryKind.class);
    for (RepositoryKind kind : RepositoryKind.values()) {
      shelves.put(kind, new Shelf());
    }
    return shelves;
  }
}
