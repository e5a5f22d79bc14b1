package dev.clade.valuation.server.contributor;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.server.domain.ContributorBytes;
import dev.clade.valuation.server.domain.DataContributor;
import dev.clade.valuation.server.domain.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds of a good set of contributors. */
final class ContributorRules {
  static final int MOST_BYTES = 1024 * 1024;

  private static final int LONGEST_DISPLAY_NAME = 200;
  private static final int MOST_SOURCES = 1_000;
  private static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_HASH = 200;
  private static final int MOST_LICENSES = 50;
  private static final int LONGEST_LICENSE = 100;
  private static final String FIELD = "contributor_set.contributors";
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9:+/=_.-]*");
  private static final Pattern NAMED =
      Pattern.compile(
          "(models|datasets|spaces)/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?"
              + "|owners/[A-Za-z0-9._-]+|kinds/(models|datasets|spaces)"
              + "|views/(card|tags|numeric|lineage|activity)");

  private ContributorRules() {}

  /**
   * Checks contributors as they were sent.
   *
   * @throws CladeException naming the first field that breaks a rule
   */
  static void check(List<DataContributor> contributors) {
    if (contributors.isEmpty()) {
      throw CladeException.missingField(FIELD);
    }
    requireCount(FIELD, contributors.size(), Coalition.MOST_PLAYERS);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < contributors.size(); i++) {
      String field = "%s[%d].".formatted(FIELD, i);
      check(field, contributors.get(i));
      if (!seen.add(contributors.get(i).id())) {
        throw malformed(field + "id", contributors.get(i).id(), "must be unique");
      }
    }
    int bytes = ContributorBytes.write(contributors).size();
    if (bytes > MOST_BYTES) {
      throw new CladeException(
          Reason.REQUEST_TOO_LARGE,
          "contributor_set must hold at most 1 MiB of text; it holds %,d bytes".formatted(bytes),
          Map.of(
              "field", "contributor_set", "value", Long.toString(bytes), "rule", "at most 1 MiB"));
    }
  }

  private static void check(String field, DataContributor contributor) {
    Fields.requireIdentifier(field + "id", contributor.id());
    requireText(field + "display_name", contributor.displayName(), LONGEST_DISPLAY_NAME);
    if (contributor.itemCount() < 0) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field + "item_count",
          contributor.itemCount(),
          "must be at least 0");
    }
    requireList(field + "sources", contributor.sources(), MOST_SOURCES, LONGEST_SOURCE);
    for (int i = 0; i < contributor.sources().size(); i++) {
      requireSource("%ssources[%d]".formatted(field, i), contributor.sources().get(i));
    }
    requireText(field + "content_hash", contributor.contentHash(), LONGEST_HASH);
    if (!HASH.matcher(contributor.contentHash()).matches()) {
      throw malformed(
          field + "content_hash",
          contributor.contentHash(),
          "must be letters, digits, :, +, /, =, -, _ or .");
    }
    requireList(field + "licenses", contributor.licenses(), MOST_LICENSES, LONGEST_LICENSE);
  }

  private static void requireSource(String field, String source) {
    if (!NAMED.matcher(source).matches() && !isUri(source)) {
      throw malformed(
          field,
          source,
          "must be an artifact such as datasets/glue, an owner such as owners/google, a kind such as"
              + " kinds/models, a view such as views/card, or a URI");
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void requireList(String field, List<String> texts, int most, int longest) {
    requireCount(field, texts.size(), most);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String element = "%s[%d]".formatted(field, i);
      if (texts.get(i).isEmpty()) {
        throw CladeException.missingField(element);
      }
      requireText(element, texts.get(i), longest);
      if (!seen.add(texts.get(i))) {
        throw malformed(element, texts.get(i), "must be unique");
      }
    }
  }

  private static void requireCount(String field, int count, int most) {
    if (count > most) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, field, count, "must be at most %,d".formatted(most));
    }
  }

  private static void requireText(String field, String text, int longest) {
    if (text.length() > longest) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, field, text, "must be at most %,d characters".formatted(longest));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw malformed(
          field, text.replaceAll("\\p{Cntrl}", "?"), "must not hold control characters");
    }
  }

  private static CladeException malformed(String field, String value, String rule) {
    return CladeException.invalidField(Reason.FIELD_MALFORMED, field, value, rule);
  }
}
