package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.repository.DatedCommit;
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
 * A hub of models of six topics, one created each hour, in turn. A topic has its words, tags, task
 * and size; each model but the first of a topic was tuned from an earlier one of it. Three owners
 * have models of all topics.
 */
public final class DrawnRepositories {
  /** Owners of models. */
  public static final List<String> OWNERS = List.of("ada", "bob", "eve");

  private static final int TOPICS = 6;
  private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");

  private DrawnRepositories() {}

  /** Returns so many models. */
  public static List<RepositoryRecord> models(int count) {
    Random random = new Random(5);
    List<RepositoryRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(model(i, records, random));
    }
    return records;
  }

  /** Returns a set of so many models. */
  public static RepositorySet set(int count) {
    return new RepositorySet(
        "featureSets/test", "digest-" + count, BEGIN.plus(Duration.ofHours(count)), models(count));
  }

  private static RepositoryRecord model(int i, List<RepositoryRecord> earlier, Random random) {
    int topic = i % TOPICS;
    Instant created = BEGIN.plus(Duration.ofHours(i));
    String owner = OWNERS.get(random.nextInt(OWNERS.size()));
    RepositoryRecordBuilder record =
        RepositoryRecord.of(
                RepositoryKind.MODEL, "%s/m%d-%c%c".formatted(owner, i, 'a' + topic, 'q' + topic))
            .created(created)
            .observed(created)
            .task("task-" + topic)
            .library("library-" + topic % 3)
            .licenses(List.of(topic % 2 == 0 ? "mit" : "apache-2.0"))
            .card(words(topic, random))
            .tags(
                List.of("topic" + topic + "a", "topic" + topic + "b", "noise" + random.nextInt(40)))
            .number("parameters", Math.pow(10, 6 + topic * 0.5 + random.nextDouble() * 0.2));
    for (int commit = 0; commit < 3 + topic; commit++) {
      record.commit(
          new DatedCommit(
              created.minus(Duration.ofDays(7L * commit * (topic + 1))), List.of(owner)));
    }
    if (i >= TOPICS) {
      int parent = random.nextInt(i / TOPICS) / 2 * TOPICS + topic;
      record.relation(RelationKind.FINETUNE, earlier.get(parent).id());
    }
    return record.build();
  }

  private static String words(int topic, Random random) {
    return IntStream.range(0, 30)
        .mapToObj(
            i ->
                i % 3 == 0
                    ? "common" + random.nextInt(60)
                    : "word%d%c".formatted(topic, 'a' + random.nextInt(12)))
        .collect(Collectors.joining(" "));
  }
}
