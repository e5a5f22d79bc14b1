package dev.clade.local.hub;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Locale;

/**
 * A discussion or a pull request of a repository.
 *
 * @param number its number within the repository, from 1
 * @param title its title
 * @param status {@code open}, {@code closed}, {@code merged} or {@code draft}
 * @param pullRequest whether it proposes a change
 * @param author who opened it, or null when the user is deleted
 * @param createdAt when it was opened
 */
public record HubDiscussion(
    int number,
    String title,
    String status,
    boolean pullRequest,
    String author,
    Instant createdAt) {

  JsonObject json(Repository repository) {
    JsonObject place = new JsonObject();
    place.addProperty("name", repository.id());
    place.addProperty("type", repository.kind().name().toLowerCase(Locale.ROOT));
    JsonObject json = new JsonObject();
    json.addProperty("num", number);
    json.addProperty("title", title);
    json.addProperty("status", status);
    json.addProperty("isPullRequest", pullRequest);
    json.add("repo", place);
    if (author != null) {
      JsonObject user = new JsonObject();
      user.addProperty("name", author);
      json.add("author", user);
    }
    json.addProperty("createdAt", HubTime.text(createdAt));
    return json;
  }
}
