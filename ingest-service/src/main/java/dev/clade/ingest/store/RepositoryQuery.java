package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Availability;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The query for what is known of all artifacts. What is counted of an artifact is looked up by its
 * name; a count of none is known only where the pass that fetches it says that it was there.
 */
final class RepositoryQuery {
  private static final long UNKNOWN = -1;

  private static final String COLUMNS =
      """
      name, CAST(availability AS bigint), create_time, download_count, like_count, task, library, \
      licenses, languages, tags, \
      %s AS commits, \
      (SELECT count(DISTINCT author) FROM ingest.artifact_commit, \
       unnest(string_to_array(authors, U&'\\001F')) author WHERE name = measured.name), \
      %s AS discussions, \
      %s AS bytes, \
      %s AS card_length, \
      (SELECT CAST(lower(text) LIKE ANY ('{%%automatically generated%%,%%generated automatically%%}')
       AS integer) FROM ingest.card WHERE name = measured.name)\
      """
          .formatted(
              known("NULLIF(count(*), 0)", "artifact_commit", "COMMITS"),
              known("NULLIF(count(*), 0)", "discussion", "DISCUSSIONS"),
              known("CAST(sum(size_bytes) AS bigint)", "artifact_file", "FILES"),
              known("CAST(max(char_length(text)) AS bigint)", "card", "CARD"));

  static final PageQuery<Repository> ALL =
      new PageQuery<>(
          COLUMNS,
          "ingest.artifact WHERE name > $3 AND name < $4 AND availability <> "
              + Availability.RENAMED.code(),
          "name",
          "octet_length(name) + octet_length(tags) + octet_length(licenses)",
          RepositoryQuery::read);

  private RepositoryQuery() {}

  private static String known(String count, String table, String pass) {
    return """
    coalesce((SELECT %s FROM ingest.%s WHERE name = measured.name), \
    (SELECT 0 FROM ingest.enrichment WHERE pass = '%s' AND name = measured.name), %d)\
    """
        .formatted(count, table, pass, UNKNOWN);
  }

  private static Repository read(Columns row) {
    OptionalLong commits = count(row.number(10));
    long cardLength = row.number(14);
    return new Repository(
        row.text(0),
        Availability.ofCode((int) row.number(1)),
        row.time(2),
        row.number(3),
        row.number(4),
        row.text(5),
        row.text(6),
        Joined.split(row.text(7)),
        Joined.split(row.text(8)),
        Joined.split(row.text(9)),
        commits,
        commits.isEmpty() ? commits : OptionalLong.of(row.number(11)),
        count(row.number(12)),
        count(row.number(13)),
        cardLength == UNKNOWN
            ? Optional.empty()
            : Optional.of(
                new Repository.CardFacts(cardLength, cardLength > 0 && row.number(15) > 0)));
  }

  private static OptionalLong count(long number) {
    return number == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
