package dev.clade.lineage.ecosystem.powerlaw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A set of powerlaw_answers.py.
 *
 * @param values its values
 * @param answers what other programs say of them
 */
record Counted(CountedValues values, JsonNode answers) {
  static JsonNode file() {
    return Answers.read("/dev/clade/lineage/ecosystem/powerlaw/powerlaw_answers.json");
  }

  static List<Counted> all() {
    return Answers.stream(file().get("sets")).map(Counted::of).toList();
  }

  static Counted named(String name) {
    return all().stream().filter(each -> each.toString().equals(name)).findFirst().orElseThrow();
  }

  private static Counted of(JsonNode answers) {
    long[] distinct = Answers.longs(answers.get("values"));
    long[] counts = Answers.longs(answers.get("counts"));
    long[] values =
        IntStream.range(0, distinct.length)
            .boxed()
            .flatMapToLong(i -> LongStream.generate(() -> distinct[i]).limit(counts[i]))
            .toArray();
    return new Counted(CountedValues.of(values), answers);
  }

  PowerLawFit fit() {
    return PowerLawFit.of(values).orElseThrow();
  }

  double exact(String name) {
    return answers.get("exact").get(name).asDouble();
  }

  @Override
  public String toString() {
    return answers.get("name").asText();
  }
}
