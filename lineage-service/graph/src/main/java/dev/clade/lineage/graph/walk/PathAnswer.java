package dev.clade.lineage.graph.walk;

import java.util.Optional;

/**
 * What the search for a path found: a path, or that it was cut before it could tell, or, with
 * neither, that there is none.
 *
 * @param path the path
 * @param cut which limit ended the search; there is no path of so many steps as it tells, or fewer
 */
public record PathAnswer(Optional<Path> path, Optional<SearchCut> cut) {
  static final PathAnswer NONE = new PathAnswer(Optional.empty(), Optional.empty());

  static PathAnswer found(Path path) {
    return new PathAnswer(Optional.of(path), Optional.empty());
  }

  static PathAnswer cut(Truncation.Reason reason, int steps) {
    return new PathAnswer(Optional.empty(), Optional.of(new SearchCut(reason, steps)));
  }
}
