package dev.clade.ingest.artifact;

import java.util.List;

/**
 * What an artifact contains.
 *
 * @param parameterCount parameters of a model; 0 when unknown
 * @param formats formats of its weights or data, such as {@code safetensors}, without repeats
 * @param files paths of its files, in the hub's order
 * @param cardData the card's own metadata as one JSON object; empty when it has none
 */
public record Content(
    long parameterCount, List<String> formats, List<String> files, String cardData) {

  /** Nothing is known. */
  public static final Content UNKNOWN = new Content(0, List.of(), List.of(), "");

  /** Takes unmodifiable copies of the lists. */
  public Content {
    formats = List.copyOf(formats);
    files = List.copyOf(files);
  }

  /** Returns this content, with what it does not tell taken from an earlier one. */
  Content over(Content before) {
    return new Content(
        parameterCount == 0 ? before.parameterCount : parameterCount,
        formats.isEmpty() ? before.formats : formats,
        files.isEmpty() ? before.files : files,
        cardData.isEmpty() ? before.cardData : cardData);
  }
}
