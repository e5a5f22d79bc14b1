package dev.clade.runtime.request;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a resource, such as {@code models/google-bert/bert-base-uncased}.
 *
 * @param collection first part, such as {@code models} or {@code imports}
 * @param id the rest: 1 to {@value #LONGEST_ID} letters, digits, {@code -}, {@code _} or {@code .},
 *     with at most one {@code /} between them
 */
public record ResourceName(String collection, String id) {
  /** Most characters that an id may have; the Hugging Face Hub allows fewer. */
  public static final int LONGEST_ID = 200;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?");

  /**
   * Returns the name that a field of a request holds.
   *
   * @param field the field's name in the contract, such as {@code parent}
   * @param name the field's value
   * @param collections those that the name may be of
   * @throws CladeException naming the field: {@link Reason#FIELD_REQUIRED} when it is empty, {@link
   *     Reason#FIELD_TOO_LONG} or {@link Reason#FIELD_MALFORMED} when it is no such name
   */
  public static ResourceName parse(String field, String name, String... collections) {
    if (name.isEmpty()) {
      throw CladeException.missingField(field);
    }
    int slash = name.indexOf('/');
    String collection = slash < 0 ? "" : name.substring(0, slash);
    String id = name.substring(slash + 1);
    if (!List.of(collections).contains(collection)) {
      throw malformed(field, name, collections);
    }
    if (id.length() > LONGEST_ID) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          field,
          name,
          "must have at most %d characters after \"%s/\"".formatted(LONGEST_ID, collection));
    }
    if (!ID.matcher(id).matches()) {
      throw malformed(field, name, collections);
    }
    return new ResourceName(collection, id);
  }

  /** Returns the name as requests and answers have it. */
  @Override
  public String toString() {
    return collection + "/" + id;
  }

  private static CladeException malformed(String field, String name, String... collections) {
    String forms =
        List.of(collections).stream()
            .map(collection -> collection + "/{id}")
            .collect(Collectors.joining(" or "));
    return CladeException.invalidField(
        Reason.FIELD_MALFORMED,
        field,
        name,
        "must be %s, the id of letters, digits, \"-\", \"_\", \".\" and at most one \"/\""
            .formatted(forms));
  }
}
