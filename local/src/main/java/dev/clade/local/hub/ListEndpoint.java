package dev.clade.local.hub;

import dev.clade.local.hub.Ordering.Position;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Answers {@code /api/models}, {@code /api/datasets} and {@code /api/spaces}. */
final class ListEndpoint {
  private static final int LARGEST_PAGE = 1_000;
  private static final int ASSUMED_RECORD_LENGTH = 600;

  private final SimulatedHub hub;

  ListEndpoint(SimulatedHub hub) {
    this.hub = hub;
  }

  /**
   * Makes a page.
   *
   * @param form how the cursor of the next page is written
   * @param repeated whether the next page shall be this one again
   */
  HubAnswer answer(HubRequest request, RepositoryKind kind, CursorForm form, boolean repeated) {
    Ordering ordering = Ordering.of(request);
    Fields fields = Fields.ofList(kind, request);
    int limit = Math.max(1, request.number("limit", LARGEST_PAGE, LARGEST_PAGE));
    String cursor = request.parameter("cursor");
    Optional<Position> after =
        Optional.ofNullable(cursor).map(text -> CursorForm.parse(ordering, text));
    List<Repository> found = hub.list(kind, ordering, after, limit + 1, filter(request));
    List<Repository> page = found.subList(0, Math.min(limit, found.size()));
    HubAnswer answer = HubAnswer.json(json(page, fields));
    if (repeated && !page.isEmpty()) {
      Position before = after.orElseGet(() -> before(ordering.position(page.getFirst())));
      return answer.with("Link", request.nextLink("cursor", form.write(ordering, before, 1)));
    }
    if (found.size() > limit) {
      Position last = ordering.position(page.getLast());
      return answer.with("Link", request.nextLink("cursor", form.write(ordering, last, 0)));
    }
    return answer;
  }

  /** Returns a place just before another: among equals, no identifier is smaller than zero. */
  private static Position before(Position place) {
    return new Position(place.key(), new ObjectId(0, 0));
  }

  private static byte[] json(List<Repository> page, Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.size() * ASSUMED_RECORD_LENGTH);
    // Record by record: a single character beyond Latin-1 makes the text that holds it slow.
    StringBuilder text = new StringBuilder("[");
    for (Repository repository : page) {
      RepositoryJson.write(repository, fields, text);
      bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
      text = new StringBuilder(ASSUMED_RECORD_LENGTH).append(',');
    }
    bytes.writeBytes((page.isEmpty() ? "[]" : "]").getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static Predicate<Repository> filter(HubRequest request) {
    Predicate<Repository> filter = repository -> true;
    String author = request.parameter("author");
    if (author != null) {
      filter = filter.and(repository -> author.equalsIgnoreCase(repository.author()));
    }
    String search = request.parameter("search");
    if (search != null) {
      String part = search.toLowerCase(Locale.ROOT);
      filter = filter.and(repository -> repository.id().toLowerCase(Locale.ROOT).contains(part));
    }
    String task = request.parameter("pipeline_tag");
    if (task != null) {
      filter = filter.and(repository -> task.equals(repository.pipelineTag()));
    }
    for (String tags : request.parameters("filter")) {
      List<String> wanted = Arrays.asList(tags.split(","));
      filter = filter.and(repository -> repository.tags().containsAll(wanted));
    }
    return filter;
  }
}
