package dev.clade.local.fuzz;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What a mesh calls things: the texts of its answers, by the field that they stood in. */
final class KnownTexts {
  private static final int MOST_OF_FIELD = 40;
  private static final Set<String> TOKENS = Set.of("page_token", "next_page_token", "resume_token");

  private final Map<String, Set<String>> byField = new LinkedHashMap<>();
  private final Set<String> names = new LinkedHashSet<>();

  /** Keeps a text under the name of a field. */
  void add(String field, String text) {
    if (!text.isEmpty()) {
      String kept = TOKENS.contains(field) ? "page_token" : field;
      Set<String> texts = byField.computeIfAbsent(kept, _ -> new LinkedHashSet<>());
      if (texts.size() < MOST_OF_FIELD) {
        texts.add(text);
        if (text.matches("[a-z]+/.+") && !text.contains(" ")) {
          names.add(text);
        }
      }
    }
  }

  /** Keeps all texts of an answer. */
  void addAll(Message answer) {
    answer.getAllFields().forEach((field, value) -> addValues(field, value));
  }

  private void addValues(FieldDescriptor field, Object value) {
    List<?> values = field.isRepeated() ? (List<?>) value : List.of(value);
    for (Object each : values) {
      switch (each) {
        case String text -> add(field.getName(), text);
        case Message message -> addAll(message);
        default -> {
          // Only texts name things.
        }
      }
    }
  }

  /** Draws a text that stood in a field of that name, or else a name of any resource. */
  Optional<String> draw(String field, RandomGenerator random) {
    Set<String> ofField = byField.getOrDefault(field, Set.of());
    List<String> all = new ArrayList<>(ofField.isEmpty() ? names : ofField);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** Draws the name of any resource. */
  Optional<String> drawName(RandomGenerator random) {
    return draw("", random);
  }
}
