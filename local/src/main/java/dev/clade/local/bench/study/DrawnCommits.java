package dev.clade.local.bench.study;

import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.attribute.Availability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A hub of models with commits of a real hub's shape, drawn anew at each reading and the same for
 * the same seed.
 *
 * <p>Of the models, 60 % have 1 to 4 commits and the others a number that falls off as a power law
 * (exponent 2.2, at most 2,000). Their owners are drawn by the square of a uniform number, so few
 * own many. A tenth begin with a commit by {@code system}, and a tenth have 1 to 4 further
 * contributors, or once in 200 times 20 to 100, who take part in a third of the commits: half the
 * time first, else as co-authors. A twentieth of the models merge one pull request of {@code
 * SFconvertbot}. There is a person for every five commits.
 *
 * @param commits how many there are at least; the last model is drawn to its end
 * @param seed what they are drawn by
 */
record DrawnCommits(int commits, long seed) implements Catalogue {
  /** The accounts among the authors that are no people. */
  static final List<String> AUTOMATED = List.of("system", "SFconvertbot");

  private static final long START = Instant.parse("2022-04-01T00:00:00Z").getEpochSecond();

  @Override
  public void readRepositories(ArtifactKind kind, Consumer<Repository> reader) {
    readCommits(kind, history -> reader.accept(repository(history)));
  }

  @Override
  public void readCommits(ArtifactKind kind, Consumer<History> reader) {
    if (kind == ArtifactKind.MODEL) {
      Draw draw = new Draw(new SplittableRandom(seed), Math.max(2, commits / 5));
      int written = 0;
      for (int model = 0; written < commits; model++) {
        History history = draw.history(model);
        written += history.commits().size();
        reader.accept(history);
      }
    }
  }

  @Override
  public void readCounts(ArtifactKind kind, Consumer<DatedCounts> reader) {}

  @Override
  public void readCards(ArtifactKind kind, Consumer<CardText> reader) {}

  /** A model whose downloads and likes are told by its commits. */
  private static Repository repository(History history) {
    int size = history.commits().size();
    return new Repository(
        history.model(),
        Availability.PUBLIC,
        Optional.empty(),
        (long) size * size,
        size - 1L,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        OptionalLong.of(size),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  private record Draw(SplittableRandom random, int people) {
    History history(int model) {
      String owner = person();
      List<String> others = others();
      List<Commit> commits = new ArrayList<>();
      int count = commitCount();
      for (int i = 0; i < count; i++) {
        add(commits, i == 0 && chance(.1) ? List.of("system") : authors(owner, others));
      }
      if (chance(.05)) {
        add(commits, List.of(owner, "SFconvertbot"));
      }
      return new History("%s/%d".formatted(owner, model), commits);
    }

    private static void add(List<Commit> commits, List<String> authors) {
      commits.add(new Commit(Instant.ofEpochSecond(START + commits.size()), authors, ""));
    }

    private List<String> authors(String owner, List<String> others) {
      if (others.isEmpty() || !chance(1 / 3.0)) {
        return List.of(owner);
      }
      String other = others.get(random.nextInt(others.size()));
      return chance(.5) ? List.of(other) : List.of(owner, other);
    }

    private List<String> others() {
      int count = !chance(.1) ? 0 : chance(.005) ? random.nextInt(20, 101) : random.nextInt(1, 5);
      List<String> others = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        others.add(person());
      }
      return others;
    }

    private int commitCount() {
      return chance(.6)
          ? random.nextInt(1, 5)
          : (int) Math.min(2_000, 4 * Math.pow(1 - random.nextDouble(), -1 / 1.2));
    }

    private String person() {
      double uniform = random.nextDouble();
      return "person" + (int) (people * uniform * uniform);
    }

    private boolean chance(double probability) {
      return random.nextDouble() < probability;
    }
  }
}
