package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;

/** Builds a {@link Repository}; what is not set is unknown, zero or open to all. */
public final class RepositoryBuilder {
  final RepositoryKind kind;
  String id;
  ObjectId objectId;
  Instant createdAt;
  Instant lastModified;
  int likes;
  int downloads;
  int trendingScore;
  String sha;
  String pipelineTag;
  String libraryName;
  Gate gate = Gate.NONE;
  Visibility visibility = Visibility.PUBLIC;
  String tags = "[]";
  String details;

  RepositoryBuilder(RepositoryKind kind, String id, Instant createdAt) {
    this.kind = kind;
    this.id = id;
    this.createdAt = createdAt;
  }

  RepositoryBuilder(Repository from) {
    kind = from.kind();
    id = from.id();
    objectId = from.objectId();
    createdAt = from.createdAt();
    lastModified = from.lastModified();
    likes = from.likes();
    downloads = from.downloads();
    trendingScore = from.trendingScore();
    sha = from.declaredSha();
    pipelineTag = from.pipelineTag();
    libraryName = from.libraryName();
    gate = from.gate();
    visibility = from.visibility();
    tags = from.tagsJson();
    details = from.detailsJson();
  }

  RepositoryBuilder id(String value) {
    id = value;
    return this;
  }

  /** Sets the identifier; where it is not set, it follows from kind, name and creation. */
  public RepositoryBuilder objectId(ObjectId value) {
    objectId = value;
    return this;
  }

  /** Sets the last change; where it is not set, it is the creation. */
  public RepositoryBuilder lastModified(Instant value) {
    lastModified = value;
    return this;
  }

  /** Sets how many like it. */
  public RepositoryBuilder likes(int value) {
    likes = value;
    return this;
  }

  /** Sets the downloads of thirty days. */
  public RepositoryBuilder downloads(int value) {
    downloads = value;
    return this;
  }

  /** Sets the figure that lists are sorted by where nothing else is asked for. */
  public RepositoryBuilder trendingScore(int value) {
    trendingScore = value;
    return this;
  }

  /** Sets the latest commit. */
  public RepositoryBuilder sha(String value) {
    sha = value;
    return this;
  }

  /** Sets the task, or none with null. */
  public RepositoryBuilder pipelineTag(String value) {
    pipelineTag = value;
    return this;
  }

  /** Sets the library, or none with null. */
  public RepositoryBuilder libraryName(String value) {
    libraryName = value;
    return this;
  }

  /** Sets what stands before the files. */
  public RepositoryBuilder gate(Gate value) {
    gate = value;
    return this;
  }

  /** Sets who sees it. */
  public RepositoryBuilder visibility(Visibility value) {
    visibility = value;
    return this;
  }

  /** Sets the tags. */
  public RepositoryBuilder tags(List<String> value) {
    tags = Json.text(value);
    return this;
  }

  /**
   * Sets another member of the full answer, such as {@code cardData}, {@code siblings} or, for a
   * space, {@code sdk}, {@code models}.
   */
  public RepositoryBuilder detail(String name, JsonElement value) {
    JsonObject object = details == null ? new JsonObject() : Json.object(details);
    object.add(name, value);
    details = object.toString();
    return this;
  }

  RepositoryBuilder details(String json) {
    details = json;
    return this;
  }

  /** Returns the repository. */
  public Repository build() {
    return new Repository(this);
  }
}
