package dev.clade.embedding.testing;

import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Families of models: cards of a family have words of its own, and its members declare its task,
 * its licence and its base.
 */
public final class DrawnHub {
  /** What activity is seen from. */
  public static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  /** Members of a family, its base among them. */
  public static final int MEMBERS = 8;

  /** Tasks of families, in turn. */
  public static final List<String> TASKS =
      List.of("text-generation", "fill-mask", "image-classification");

  private static final List<String> LICENSES = List.of("mit", "apache-2.0");
  private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

  private DrawnHub() {}

  /** Returns the members of some families, one family after the other, each from its base on. */
  public static List<RepositoryRecord> records(int families) {
    Random random = new Random(7);
    List<RepositoryRecord> records = new ArrayList<>();
    for (int family = 0; family < families; family++) {
      for (int member = 0; member < MEMBERS; member++) {
        records.add(record(family, member, random).build());
      }
    }
    return records;
  }

  /** Returns the identifier of a member. */
  public static String id(int family, int member) {
    return member == 0
        ? "lab%d/base%d".formatted(family, family)
        : "user%d/base%d-tuned%d".formatted(member, family, member);
  }

  /** Returns a word that only cards of a family have. */
  public static String word(int family, int number) {
    return "word" + (char) ('a' + family % 26) + (char) ('a' + family / 26) + number;
  }

  private static RepositoryRecordBuilder record(int family, int member, Random random) {
    String card =
        IntStream.range(0, 40)
            .mapToObj(i -> word(family, random.nextInt(12)))
            .collect(Collectors.joining(" "));
    RepositoryRecordBuilder record =
        RepositoryRecord.of(RepositoryKind.MODEL, id(family, member))
            .created(FIRST.plus(Duration.ofDays(20L * family + member)))
            .task(TASKS.get(family % TASKS.size()))
            .library("transformers")
            .licenses(List.of(LICENSES.get(family % LICENSES.size())))
            .card("# Model\n" + card)
            .tags(List.of("pytorch", "lang" + family % 5, "arch" + family));
    if (member > 0) {
      record.relation(RelationKind.FINETUNE, id(family, 0));
    }
    return record;
  }
}
