package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.evolution.Months;
import dev.clade.lineage.ecosystem.topic.model.Topic;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** The pictures of topics. */
final class TopicFigures {
  /** As many as a plot has colours. */
  private static final int MOST_SERIES = 6;

  private static final int TITLE_WORDS = 3;

  private TopicFigures() {}

  static Figure coherence(TopicStudy study) {
    return new Figure.Plot(
        "coherence",
        "How coherent topics are, by their number",
        new Axis("topics", Scale.LINEAR),
        new Axis("mean coherence (C_V)", Scale.LINEAR),
        List.of(
            new Series(
                "mean of chains",
                Mark.LINE,
                study.trials().stream().map(each -> (double) each.topics()).toList(),
                study.trials().stream().map(TopicTrial::coherence).toList()),
            new Series(
                "a chain",
                Mark.POINTS,
                study.trials().stream()
                    .flatMap(
                        each ->
                            Collections.nCopies(each.coherences().size(), (double) each.topics())
                                .stream())
                    .toList(),
                study.trials().stream().flatMap(each -> each.coherences().stream()).toList())));
  }

  /** Draws the topics with the largest share. */
  static Figure months(List<Topic> topics, SortedMap<String, TopicShares> months) {
    List<Double> places = months.keySet().stream().map(TopicFigures::place).toList();
    return new Figure.Plot(
        "topic_months",
        "The share of the largest topics in the cards of models created in a month",
        new Axis("months since %s".formatted(Months.FIRST_RECORDED), Scale.LINEAR),
        new Axis("share", Scale.LINEAR),
        IntStream.range(0, Math.min(MOST_SERIES, topics.size()))
            .mapToObj(
                i ->
                    new Series(
                        title(i, topics.get(i)),
                        Mark.LINE,
                        places,
                        months.values().stream().map(each -> each.share(i)).toList()))
            .toList());
  }

  /** Draws the domains with most cards. */
  static Figure domains(int topics, SortedMap<String, TopicShares> domains) {
    List<Double> places = IntStream.rangeClosed(1, topics).mapToObj(i -> (double) i).toList();
    return new Figure.Plot(
        "topic_domains",
        "The share of each topic in the cards of a domain",
        new Axis("topic", Scale.LINEAR),
        new Axis("share", Scale.LINEAR),
        domains.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, TopicShares> each) -> each.getValue().cards())
                    .reversed())
            .limit(MOST_SERIES)
            .map(
                each ->
                    new Series(
                        each.getKey(),
                        Mark.POINTS,
                        places,
                        IntStream.range(0, topics).mapToObj(each.getValue()::share).toList()))
            .toList());
  }

  private static double place(String month) {
    return ChronoUnit.MONTHS.between(Months.FIRST_RECORDED, YearMonth.parse(month));
  }

  private static String title(int number, Topic topic) {
    List<String> words = topic.words().stream().limit(TITLE_WORDS).toList();
    return "%d: %s".formatted(number + 1, String.join(", ", words));
  }
}
