package dev.clade.lineage.ecosystem.network.commit;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The authors of commits, by repository, in the order in which each commit lists them. Authors are
 * numbered by their sorted names. Takes 4 bytes a commit and an author of one, beside the names.
 */
public final class CommitTable {
  private final String[] repositories;
  private final String[] authors;

  /** By repository its first commit, by commit its first listing of an author; each with an end. */
  private final int[] commitStarts;

  private final int[] authorStarts;
  private final int[] listed;

  private CommitTable(Builder rows, String[] authors, int[] listed) {
    this.repositories = rows.repositories.toArray(String[]::new);
    this.authors = authors;
    this.commitStarts = rows.commitStarts.toIntArray();
    this.authorStarts = rows.authorStarts.toIntArray();
    this.listed = listed;
  }

  /** Returns how many repositories there are, those without a commit included. */
  public int repositoryCount() {
    return repositories.length;
  }

  /** Returns the name of a repository. */
  public String repository(int repository) {
    return repositories[repository];
  }

  /** Returns how many commits there are. */
  public int commitCount() {
    return authorStarts.length - 1;
  }

  /** Returns a repository's first commit. */
  int firstCommit(int repository) {
    return commitStarts[repository];
  }

  /** Returns the commit behind a repository's last one. */
  int endCommit(int repository) {
    return commitStarts[repository + 1];
  }

  /** Returns how many authors there are. */
  public int authorCount() {
    return authors.length;
  }

  /** Returns the name of an author. */
  public String author(int author) {
    return authors[author];
  }

  /** Returns the index of the first author that a commit lists. */
  int firstListed(int commit) {
    return authorStarts[commit];
  }

  /** Returns the index behind the last author that a commit lists. */
  int endListed(int commit) {
    return authorStarts[commit + 1];
  }

  /** Returns the author at an index. */
  int listed(int index) {
    return listed[index];
  }

  /** Reads commits that come grouped by repository; not thread-safe. */
  public static final class Builder {
    private final List<String> repositories = new ArrayList<>();
    private final ObjectOpenHashSet<String> seen = new ObjectOpenHashSet<>();
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final IntArrayList commitStarts = IntArrayList.of(0);
    private final IntArrayList authorStarts = IntArrayList.of(0);
    private final IntArrayList listed = new IntArrayList();

    /**
     * Adds a commit to a repository, which must be the last one added or a new one.
     *
     * @param authors names in the order that the commit has; none if it tells none
     * @throws IllegalArgumentException when commits of others lie between those of the repository
     */
    public Builder add(String repository, List<String> authors) {
      if (repositories.isEmpty() || !repositories.getLast().equals(repository)) {
        addRepository(repository);
      }
      for (String author : authors) {
        listed.add(numbers.computeIfAbsent(author, any -> numbers.size()));
      }
      authorStarts.add(listed.size());
      commitStarts.set(repositories.size(), authorStarts.size() - 1);
      return this;
    }

    /**
     * Adds a repository, so far without a commit.
     *
     * @throws IllegalArgumentException when it is there already
     */
    public Builder addRepository(String repository) {
      if (!seen.add(repository)) {
        throw new IllegalArgumentException(
            "commits must be grouped by repository; %s comes again".formatted(repository));
      }
      repositories.add(repository);
      commitStarts.add(authorStarts.size() - 1);
      return this;
    }

    /** Returns the table of what was added, in O(listings + authors · log authors). */
    public CommitTable build() {
      String[] names = numbers.keySet().toArray(String[]::new);
      Arrays.sort(names);
      int[] sorted = new int[names.length];
      for (int author = 0; author < names.length; author++) {
        sorted[numbers.getInt(names[author])] = author;
      }
      return new CommitTable(this, names, listed.intStream().map(old -> sorted[old]).toArray());
    }
  }
}
