package dev.clade.local.hub;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A repository at one moment, kept small: a hub holds hundreds of thousands. It never changes; a
 * {@link SimulatedHub} replaces it.
 */
public final class Repository {
  private final RepositoryKind kind;
  private final ObjectId objectId;
  private final String id;
  private final long createdAt;
  private final long lastModified;
  private final int likes;
  private final int downloads;
  private final int trendingScore;
  private final String sha;
  private final String pipelineTag;
  private final String libraryName;
  private final Gate gate;
  private final Visibility visibility;
  private final String tags;
  private final String details;

  Repository(RepositoryBuilder from) {
    kind = from.kind;
    id = from.id;
    createdAt = from.createdAt.toEpochMilli();
    lastModified = Objects.requireNonNullElse(from.lastModified, from.createdAt).toEpochMilli();
    objectId = from.objectId == null ? ObjectId.derived(kind, id, from.createdAt) : from.objectId;
    likes = from.likes;
    downloads = from.downloads;
    trendingScore = from.trendingScore;
    sha = from.sha;
    pipelineTag = from.pipelineTag;
    libraryName = from.libraryName;
    gate = from.gate;
    visibility = from.visibility;
    tags = from.tags;
    details = from.details;
  }

  /** Returns a builder of a repository of which nothing else is known. */
  public static RepositoryBuilder builder(RepositoryKind kind, String id, Instant createdAt) {
    return new RepositoryBuilder(kind, id, createdAt);
  }

  /** Returns a builder that holds all of this repository. */
  public RepositoryBuilder toBuilder() {
    return new RepositoryBuilder(this);
  }

  /** Returns what it holds. */
  public RepositoryKind kind() {
    return kind;
  }

  /** Returns the identifier that survives a renaming. */
  public ObjectId objectId() {
    return objectId;
  }

  /** Returns the name: an author, a slash and a word, or the word alone. */
  public String id() {
    return id;
  }

  /** Returns the author, or null where the name has none. */
  public String author() {
    int slash = id.indexOf('/');
    return slash < 0 ? null : id.substring(0, slash);
  }

  /** Returns when it was created. */
  public Instant createdAt() {
    return Instant.ofEpochMilli(createdAt);
  }

  /** Returns when its files changed last. */
  public Instant lastModified() {
    return Instant.ofEpochMilli(lastModified);
  }

  /** Returns how many like it. */
  public int likes() {
    return likes;
  }

  /** Returns the downloads of thirty days. */
  public int downloads() {
    return downloads;
  }

  /** Returns the figure that lists are sorted by where nothing else is asked for. */
  public int trendingScore() {
    return trendingScore;
  }

  /** Returns the latest commit; made from identifier and last change where none is known. */
  public String sha() {
    return sha == null ? objectId + HexFormat.of().toHexDigits(lastModified) : sha;
  }

  /** Returns the task, or null. */
  public String pipelineTag() {
    return pipelineTag;
  }

  /** Returns the library, or null. */
  public String libraryName() {
    return libraryName;
  }

  /** Returns what stands before its files. */
  public Gate gate() {
    return gate;
  }

  /** Returns who sees it. */
  public Visibility visibility() {
    return visibility;
  }

  /** Returns the tags in the hub's order. */
  public List<String> tags() {
    return Json.strings(tags);
  }

  /** Returns the tags as JSON. */
  String tagsJson() {
    return tags;
  }

  /** Returns the latest commit, or null where none is known. */
  String declaredSha() {
    return sha;
  }

  /** Returns all other members of the hub's full answer as a JSON object, or null. */
  String detailsJson() {
    return details;
  }

  /** Returns everything that the hub tells of it. */
  public JsonObject json() {
    StringBuilder text = new StringBuilder();
    RepositoryJson.write(this, Fields.ALL, text);
    return Json.object(text.toString());
  }

  @Override
  public String toString() {
    return kind.plural() + "/" + id;
  }
}
