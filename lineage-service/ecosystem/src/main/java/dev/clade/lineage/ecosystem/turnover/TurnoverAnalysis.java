package dev.clade.lineage.ecosystem.turnover;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import dev.clade.report.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who comes into the top of a hub, stays and leaves, as a report. */
public final class TurnoverAnalysis implements Analysis {
  private static final String KIND = "kind";
  private static final String MEASURE = "measure";
  private static final String SIZE = "size";
  private static final String DATES = "dates";
  private static final String WINDOW = "window_days";
  private static final String DOWNLOADS = "downloads";
  private static final String LIKES = "likes";
  private static final int FEWEST_SNAPSHOTS = 2;

  @Override
  public String name() {
    return "turnover";
  }

  @Override
  public String title() {
    return "The turnover in the hub's top";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.JONES);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        ParameterDefinition.choice(
            KIND,
            "What is looked at.",
            ArtifactKind.MODEL.collection(),
            Repository.KINDS.stream().map(ArtifactKind::collection).toList()),
        ParameterDefinition.choice(
            MEASURE,
            "What the top is of; spaces have likes only.",
            DOWNLOADS,
            List.of(DOWNLOADS, LIKES)),
        ParameterDefinition.whole(SIZE, "How many make the top.", 1_000, 1, 1_000_000),
        ParameterDefinition.dates(
            DATES,
            "The days of the snapshots; auto are the latest on which enough repositories to make "
                + "the top were counted, at least %d days apart and at most %d."
                    .formatted(CountedDays.FEWEST_DAYS, CountedDays.MOST_SNAPSHOTS),
            FEWEST_SNAPSHOTS,
            24),
        ParameterDefinition.whole(
            WINDOW, "How many days a count holds, unless a later one is known.", 45, 1, 3_650));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    ArtifactKind kind =
        Repository.KINDS.stream()
            .filter(each -> each.collection().equals(parameters.word(KIND)))
            .findFirst()
            .orElseThrow();
    boolean byDownloads = parameters.word(MEASURE).equals(DOWNLOADS);
    int size = parameters.whole(SIZE);
    List<LocalDate> dates = parameters.dates(DATES).orElseGet(() -> chosen(catalogue, kind, size));
    DatedValues values =
        new DatedValues(
            dates,
            parameters.whole(WINDOW),
            byDownloads ? DatedCounts::downloads : DatedCounts::likes);
    catalogue.readCounts(kind, values::add);
    values.end();
    boolean isMeasured = kind != ArtifactKind.SPACE || !byDownloads;
    List<MeasuredSnapshot> snapshots =
        IntStream.range(0, isMeasured ? dates.size() : 0)
            .filter(date -> values.count(date) > 0)
            .mapToObj(date -> values.top(date, size))
            .toList();
    boolean isEnough = snapshots.size() >= FEWEST_SNAPSHOTS;
    TopTurnover turnover = TopTurnover.of(isEnough ? snapshots : List.of(), size, Map.of());
    return new Report(
        coverage(kind.collection(), dates, values),
        List.of(TurnoverTables.changes(turnover)),
        List.of(TurnoverFigures.changes(turnover)),
        notes(isEnough, isMeasured));
  }

  private static List<LocalDate> chosen(Catalogue catalogue, ArtifactKind kind, int size) {
    CountedDays days = new CountedDays();
    catalogue.readCounts(kind, days::add);
    return days.chosen(size);
  }

  private static List<Report.Fact> coverage(
      String kind, List<LocalDate> dates, DatedValues values) {
    List<Report.Fact> facts = new ArrayList<>();
    facts.add(new Report.Fact(kind + " with counts of any time", values.repositories()));
    for (int i = 0; i < dates.size(); i++) {
      facts.add(
          new Report.Fact("%s with a count for %s".formatted(kind, dates.get(i)), values.count(i)));
    }
    return facts;
  }

  private static List<String> notes(boolean isEnough, boolean isMeasured) {
    List<String> notes = new ArrayList<>();
    if (!isMeasured) {
      notes.add("Spaces have no downloads, so there is no top by them: ask for likes.");
    } else if (!isEnough) {
      notes.add(
          "Turnover is from one snapshot to the next, and there are no two days with counts enough,"
              + " so the table is empty. Other days can be asked for, or a smaller top.");
    }
    notes.addAll(
        List.of(
            "Remained: in this top and in that before. Returning: in this and in an earlier one,"
                + " not in that before. Newcomers: in none before, as all are in the first.",
            "The study compares the 1,000 models with most downloads of snapshots six to eleven"
                + " months apart; the nearer the days, the more remain.",
            "Counts are listed when they change, so a repository's value on a day is its latest"
                + " that is not later, if the window has one; without one it is not in the"
                + " snapshot. A day on which nobody has one makes no snapshot.",
            "A repository has its present name throughout; those that are gone count while they"
                + " were there.",
            "Of equal values the first by name is in the top; the table says how many are outside"
                + " by that alone.",
            "A snapshot with fewer repositories than make the top has them all in it."));
    return notes;
  }
}
