package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.topic.model.Topic;
import dev.clade.lineage.ecosystem.topic.model.TopicModel;
import dev.clade.report.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** The tables of topics, which are numbered from 1. */
final class TopicTables {
  private static final int EXAMPLES = 3;

  private TopicTables() {}

  static Table coherence(TopicStudy study) {
    Table.Builder table =
        Table.named("coherence", "How coherent topics are, by their number")
            .whole("topics", "Topics")
            .real("coherence", "Mean coherence (C_V)")
            .real("least", "Of the worst chain")
            .real("most", "Of the best chain")
            .text("chosen", "Chosen");
    Optional<TopicTrial> chosen = study.chosen();
    for (TopicTrial each : study.trials()) {
      String isChosen = each == chosen.orElseThrow() ? "yes" : "no";
      table.row(each.topics(), each.coherence(), each.least(), each.best().coherence(), isChosen);
    }
    return table.build();
  }

  static Table topics(TopicStudy study) {
    Table.Builder table =
        Table.named("topics", "The topics of model cards")
            .whole("topic", "Topic")
            .text("words", "Most frequent words")
            .real("share", "Share of cards' texts")
            .whole("length", "Words drawn from it")
            .real("coherence", "Coherence (C_V)")
            .text("examples", "Cards with the largest share of it");
    study.model().ifPresent(model -> addTopics(table, model, study.corpus().cards()));
    return table.build();
  }

  private static void addTopics(Table.Builder table, TopicModel model, List<String> cards) {
    for (int i = 0; i < model.topics().size(); i++) {
      Topic topic = model.topics().get(i);
      table.row(
          i + 1,
          words(topic),
          topic.share(),
          topic.length(),
          topic.coherence(),
          examples(model, i, cards));
    }
  }

  private static String examples(TopicModel model, int topic, List<String> cards) {
    int[] best = new int[0];
    for (int i = 0; i < cards.size(); i++) {
      best = withCard(best, i, model, topic);
    }
    return String.join(", ", IntStream.of(best).mapToObj(cards::get).toList());
  }

  /** Keeps the cards with the largest share in order, of equal ones the first. */
  private static int[] withCard(int[] best, int card, TopicModel model, int topic) {
    int place = best.length;
    while (place > 0 && model.share(card, topic) > model.share(best[place - 1], topic)) {
      place--;
    }
    return IntStream.concat(
            IntStream.concat(IntStream.of(best).limit(place), IntStream.of(card)),
            IntStream.of(best).skip(place))
        .limit(EXAMPLES)
        .toArray();
  }

  static Table words(TopicStudy study) {
    Table.Builder table =
        Table.named("topic_words", "The most frequent words of each topic")
            .whole("topic", "Topic")
            .text("word", "Word")
            .whole("occurrences", "How often it was drawn from the topic");
    List<Topic> topics = study.model().map(TopicModel::topics).orElse(List.of());
    for (int i = 0; i < topics.size(); i++) {
      Topic topic = topics.get(i);
      for (int word = 0; word < topic.words().size(); word++) {
        table.row(i + 1, topic.words().get(word), topic.occurrences().get(word));
      }
    }
    return table.build();
  }

  static Table audience(TopicStudy study, CardModels models) {
    Table.Builder table =
        Table.named("audience", "Models not for all audiences, by the main topic of their cards")
            .whole("topic", "Topic")
            .text("words", "Most frequent words")
            .whole("cards", "Cards whose main topic it is")
            .whole("not_for_all", "Of models not for all audiences")
            .real("share", "Share");
    study.model().ifPresent(model -> addAudience(table, model, study, models));
    return table.build();
  }

  private static void addAudience(
      Table.Builder table, TopicModel model, TopicStudy study, CardModels models) {
    long[] cards = new long[model.topics().size()];
    long[] notForAll = new long[cards.length];
    for (int card = 0; card < study.corpus().cards().size(); card++) {
      int topic = model.mainTopic(card);
      cards[topic]++;
      notForAll[topic] += models.notForAll(card) ? 1 : 0;
    }
    for (int i = 0; i < cards.length; i++) {
      double share = notForAll[i] / (double) cards[i];
      table.row(i + 1, words(model.topics().get(i)), cards[i], notForAll[i], share);
    }
  }

  static Table months(SortedMap<String, TopicShares> months, int topics) {
    return groups(
        Table.named("topic_months", "Topics by the month of a model's creation")
            .text("month", "Month"),
        months,
        topics);
  }

  static Table domains(SortedMap<String, TopicShares> domains, int topics) {
    return groups(
        Table.named("topic_domains", "Topics by the domain of a model").text("domain", "Domain"),
        domains,
        topics);
  }

  private static Table groups(
      Table.Builder table, SortedMap<String, TopicShares> groups, int topics) {
    table.whole("cards", "Cards").whole("topic", "Topic").real("share", "Share of the topic");
    groups.forEach(
        (label, shares) -> {
          for (int i = 0; i < topics; i++) {
            table.row(label, shares.cards(), i + 1, shares.share(i));
          }
        });
    return table.build();
  }

  private static String words(Topic topic) {
    return String.join(", ", topic.words());
  }
}
