package dev.clade.local.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * A commit of a repository.
 *
 * @param id 40 hexadecimal digits
 * @param authors user names, of which {@code system} is the hub itself
 * @param date when it was made
 * @param title first line of its message
 * @param message the other lines, possibly none
 */
public record HubCommit(
    String id, List<String> authors, Instant date, String title, String message) {

  JsonObject json() {
    JsonArray users = new JsonArray();
    for (String author : authors) {
      JsonObject user = new JsonObject();
      user.addProperty("user", author);
      users.add(user);
    }
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("title", title);
    json.addProperty("message", message);
    json.add("authors", users);
    json.addProperty("date", HubTime.text(date));
    return json;
  }
}
