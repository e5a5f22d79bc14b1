package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Map;

/** Reads what the real hub once answered about a repository. */
final class RecordedAnswer {
  private RecordedAnswer() {}

  static Repository read(RepositoryKind kind, JsonObject answer) {
    Instant createdAt = Instant.parse(Json.string(answer, "createdAt"));
    String id = Json.string(answer, "id");
    String lastModified = Json.string(answer, "lastModified");
    JsonElement tags = Json.member(answer, "tags");
    JsonElement disabled = Json.member(answer, "disabled");
    String gate = Json.string(answer, "gated");
    RepositoryBuilder builder =
        Repository.builder(kind, id, createdAt)
            .objectId(ObjectId.parse(Json.string(answer, "_id")))
            .lastModified(
                lastModified == null
                    ? Assumed.lastModified(id, createdAt)
                    : Instant.parse(lastModified))
            .sha(Json.string(answer, "sha"))
            .likes(Json.number(answer, "likes"))
            .downloads(Json.number(answer, "downloads"))
            .trendingScore(Assumed.trendingScore(Json.number(answer, "likes")))
            .pipelineTag(Json.string(answer, "pipeline_tag"))
            .libraryName(Json.string(answer, "library_name"))
            .gate(gate == null ? Gate.NONE : Gate.ofText(gate));
    if (tags != null) {
      builder.tags(Json.strings(tags.toString()));
    }
    if (disabled != null && disabled.getAsBoolean()) {
      builder.visibility(Visibility.DISABLED);
    }
    JsonObject details = new JsonObject();
    for (Map.Entry<String, JsonElement> member : answer.entrySet()) {
      if (!RepositoryJson.APART.contains(member.getKey())) {
        details.add(member.getKey(), member.getValue());
      }
    }
    return builder.details(details.isEmpty() ? null : details.toString()).build();
  }
}
