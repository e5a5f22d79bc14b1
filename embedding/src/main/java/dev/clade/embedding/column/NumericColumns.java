package dev.clade.embedding.column;

import dev.clade.embedding.repository.RepositoryFile;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.CardBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Sizes and counts of a repository, as the logarithm of 1 more, NaN where they are not known.
 *
 * <p>The order of columns is part of the format of features.
 */
public final class NumericColumns {
  /** Numbers that are measured or configured, each with the names that configurations give it. */
  private static final List<List<String>> MEASURED =
      List.of(
          List.of("parameters"),
          List.of("storage_bytes"),
          List.of(
              "context_length",
              "max_position_embeddings",
              "n_positions",
              "n_ctx",
              "max_sequence_length",
              "model_max_length"),
          List.of("vocab_size"),
          List.of("hidden_size", "d_model", "n_embd", "dim"),
          List.of("intermediate_size", "d_ff", "ffn_dim", "n_inner", "encoder_ffn_dim"),
          List.of("num_hidden_layers", "num_layers", "n_layer", "n_layers", "encoder_layers"),
          List.of("num_attention_heads", "num_heads", "n_head", "n_heads"),
          List.of("num_key_value_heads"),
          List.of("num_labels"),
          List.of("image_size"),
          List.of("lora_rank", "r"),
          List.of("dataset_rows"),
          List.of("dataset_columns"));

  private static final List<List<String>> EXTENSIONS =
      List.of(
          List.of("safetensors"),
          List.of("bin"),
          List.of("gguf", "ggml"),
          List.of("onnx"),
          List.of("pt", "pth", "ckpt"),
          List.of("h5", "keras", "pb", "tflite"),
          List.of("msgpack"),
          List.of("json", "jsonl", "yaml", "yml"),
          List.of("txt"),
          List.of("py", "ipynb"),
          List.of("md"),
          List.of("csv", "tsv", "parquet", "arrow"),
          List.of("png", "jpg", "jpeg", "gif", "webp", "mp4", "wav"),
          List.of("model", "spm", "vocab"),
          List.of("zip", "gz", "tar", "7z"));

  private static final Pattern SHARD = Pattern.compile(".*-\\d{5}-of-\\d{5}\\.\\w+");
  private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s.*");
  private static final int FILE_SUMS = 4;
  private static final int CARD_COUNTS = 7;

  /** How many columns there are. */
  public static final int COUNT = MEASURED.size() + EXTENSIONS.size() + FILE_SUMS + CARD_COUNTS;

  private NumericColumns() {}

  /** Returns the columns of a repository. */
  public static double[] of(RepositoryRecord record) {
    List<Double> values = new ArrayList<>(COUNT);
    for (List<String> names : MEASURED) {
      values.add(measured(record, names));
    }
    files(record.files(), values);
    card(record.card(), values);
    return values.stream().mapToDouble(Math::log1p).toArray();
  }

  private static double measured(RepositoryRecord record, List<String> names) {
    for (String name : names) {
      double value = number(record.numbers(), record.config(), name);
      if (value >= 0 && value <= Double.MAX_VALUE) {
        return value;
      }
    }
    return Double.NaN;
  }

  private static double number(
      Map<String, Double> numbers, Map<String, String> config, String name) {
    if (numbers.containsKey(name)) {
      return numbers.get(name);
    }
    try {
      return Double.parseDouble(config.getOrDefault(name, ""));
    } catch (NumberFormatException noNumber) {
      return Double.NaN;
    }
  }

  private static void files(List<RepositoryFile> files, List<Double> values) {
    if (files.isEmpty()) {
      values.addAll(Collections.nCopies(EXTENSIONS.size() + FILE_SUMS, Double.NaN));
      return;
    }
    double[] counts = new double[EXTENSIONS.size()];
    double shards = 0;
    double bytes = 0;
    double largest = 0;
    for (RepositoryFile file : files) {
      String name = file.name().toLowerCase(Locale.ROOT);
      String extension = name.substring(name.lastIndexOf('.') + 1);
      for (int i = 0; i < counts.length; i++) {
        counts[i] += EXTENSIONS.get(i).contains(extension) ? 1 : 0;
      }
      shards += SHARD.matcher(name).matches() ? 1 : 0;
      bytes += file.bytes().orElse(0);
      largest = Math.max(largest, (double) file.bytes().orElse(0));
    }
    Arrays.stream(counts).forEach(values::add);
    boolean sized = files.stream().anyMatch(file -> file.bytes().isPresent());
    values.add((double) files.size());
    values.add(shards);
    values.add(sized ? bytes : Double.NaN);
    values.add(sized ? largest : Double.NaN);
  }

  private static void card(String card, List<Double> values) {
    if (card.isBlank()) {
      values.addAll(Collections.nCopies(CARD_COUNTS, Double.NaN));
      return;
    }
    CardBody body = CardBody.of(card);
    values.add((double) card.length());
    values.add((double) body.lines().size());
    values.add(count(body, line -> HEADING.matcher(line).matches()));
    values.add(count(body, line -> line.strip().startsWith("|")));
    values.add(count(body, line -> line.strip().startsWith("```")) / 2);
    values.add(count(body, line -> line.contains("](")));
    values.add(count(body, line -> line.contains("![") || line.contains("<img")));
  }

  private static double count(CardBody body, Predicate<String> wanted) {
    return body.lines().stream().filter(wanted).count();
  }
}
