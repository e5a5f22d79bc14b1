package dev.clade.lineage.ecosystem.network.commit;

import dev.clade.lineage.ecosystem.network.graph.Groups;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Who contributed to which repository, in a chosen part of a commit table: the contributors of a
 * repository are all authors of its commits, and each has as many commits as list them first.
 * Authors who contributed to none of the chosen repositories are not there, so they are numbered
 * anew, still by sorted name.
 */
public final class Contributions {
  private final String[] authors;
  private final int[] repositories;
  private final Groups contributors;
  private final int[] firstAuthored;
  private final RepositoryCounts counts;

  private Contributions(
      String[] authors,
      int[] repositories,
      Groups contributors,
      int[] firstAuthored,
      RepositoryCounts counts) {
    this.authors = authors;
    this.repositories = repositories;
    this.contributors = contributors;
    this.firstAuthored = firstAuthored;
    this.counts = counts;
  }

  /** Returns the contributions of all accounts to all repositories. */
  public static Contributions of(CommitTable commits) {
    return of(commits, any -> true, any -> true);
  }

  /**
   * Returns the contributions to some repositories, of some authors.
   *
   * <p>Other authors are struck out of each commit's list before anything is counted, so the first
   * author is the first one left, and a commit that lists nobody else does not count.
   *
   * @param repositories which repositories of the table to look at
   * @param authors which authors to keep, by name
   */
  public static Contributions of(
      CommitTable commits, IntPredicate repositories, Predicate<String> authors) {
    BitSet kept = new BitSet(commits.authorCount());
    IntStream.range(0, commits.authorCount())
        .filter(author -> authors.test(commits.author(author)))
        .forEach(kept::set);
    Reader reader = new Reader(commits, kept);
    IntStream.range(0, commits.repositoryCount()).filter(repositories).forEach(reader::read);
    return reader.contributions();
  }

  /** Returns how many authors there are. */
  public int authorCount() {
    return authors.length;
  }

  /** Returns the name of an author. */
  public String author(int author) {
    return authors[author];
  }

  /** Returns the contributors of each repository that has any, each ascending. */
  public Groups contributors() {
    return contributors;
  }

  /** Returns the number in the commit table of a repository that has contributors. */
  public int repository(int group) {
    return repositories[group];
  }

  /** Returns how many commits of the repository list a contributor first, by membership index. */
  public int firstAuthored(int index) {
    return firstAuthored[index];
  }

  /** Returns how many repositories there are of which kind. */
  public RepositoryCounts counts() {
    return counts;
  }

  /** Goes through the repositories with one set of counters for all. */
  private static final class Reader {
    private final CommitTable commits;
    private final BitSet kept;
    private final BitSet contributed = new BitSet();
    private final IntArrayList repositories = new IntArrayList();
    private final Groups.Builder contributors = new Groups.Builder();
    private final IntArrayList firstAuthored = new IntArrayList();

    /** By author: commits of the repository at hand that list them first. */
    private final int[] first;

    private int looked;
    private int empty;
    private int single;

    Reader(CommitTable commits, BitSet kept) {
      this.commits = commits;
      this.kept = kept;
      this.first = new int[commits.authorCount()];
    }

    void read(int repository) {
      int begin = commits.firstListed(commits.firstCommit(repository));
      int end = commits.firstListed(commits.endCommit(repository));
      int[] union =
          IntStream.range(begin, end)
              .map(commits::listed)
              .filter(kept::get)
              .sorted()
              .distinct()
              .toArray();
      looked++;
      empty += commits.firstCommit(repository) == commits.endCommit(repository) ? 1 : 0;
      single += union.length == 1 ? 1 : 0;
      if (union.length > 0) {
        countFirstAuthors(repository);
        add(repository, union);
      }
    }

    private void countFirstAuthors(int repository) {
      for (int at = commits.firstCommit(repository); at < commits.endCommit(repository); at++) {
        int index = commits.firstListed(at);
        while (index < commits.endListed(at) && !kept.get(commits.listed(index))) {
          index++;
        }
        if (index < commits.endListed(at)) {
          first[commits.listed(index)]++;
        }
      }
    }

    private void add(int repository, int[] union) {
      repositories.add(repository);
      for (int author : union) {
        contributed.set(author);
        contributors.add(author);
        firstAuthored.add(first[author]);
        first[author] = 0;
      }
      contributors.endGroup();
    }

    Contributions contributions() {
      int[] authors = contributed.stream().toArray();
      int[] numbers = new int[commits.authorCount()];
      for (int number = 0; number < authors.length; number++) {
        numbers[authors[number]] = number;
      }
      return new Contributions(
          Arrays.stream(authors).mapToObj(commits::author).toArray(String[]::new),
          repositories.toIntArray(),
          contributors.build().renumbered(numbers),
          firstAuthored.toIntArray(),
          new RepositoryCounts(looked, empty, repositories.size(), single));
    }
  }
}
