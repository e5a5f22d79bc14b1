package dev.clade.local.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which members of a repository an answer has. */
final class Fields {
  /** All of them, as an answer about one repository has. */
  static final Fields ALL = new Fields(null);

  private static final Set<String> MODEL_LIST =
      Set.of(
          "likes",
          "private",
          "downloads",
          "tags",
          "pipeline_tag",
          "library_name",
          "createdAt",
          "modelId");
  private static final Set<String> DATASET_LIST =
      Set.of(
          "author",
          "disabled",
          "gated",
          "lastModified",
          "likes",
          "private",
          "sha",
          "citation",
          "description",
          "downloads",
          "paperswithcode_id",
          "tags",
          "createdAt",
          "key");
  private static final Set<String> SPACE_LIST =
      Set.of("likes", "private", "sdk", "tags", "createdAt");
  private static final Set<String> FULL =
      Set.of("author", "disabled", "gated", "lastModified", "sha", "siblings");
  private static final Set<String> FULL_OTHERS = Set.of("cardData", "models", "datasets");

  private static final Set<String> EXPANDABLE =
      Set.of(
          "author",
          "cardData",
          "createdAt",
          "disabled",
          "downloads",
          "downloadsAllTime",
          "gated",
          "lastModified",
          "likes",
          "private",
          "sha",
          "siblings",
          "tags",
          "trendingScore",
          "usedStorage",
          "xetEnabled",
          "gitalyUid",
          "resourceGroup");
  private static final Set<String> MODEL_EXPANDABLE =
      Set.of(
          "baseModels",
          "childrenModelCount",
          "config",
          "gguf",
          "inference",
          "inferenceProviderMapping",
          "library_name",
          "mask_token",
          "model-index",
          "pipeline_tag",
          "safetensors",
          "spaces",
          "transformersInfo",
          "widgetData");
  private static final Set<String> DATASET_EXPANDABLE =
      Set.of("citation", "description", "paperswithcode_id", "mainSize");
  private static final Set<String> SPACE_EXPANDABLE =
      Set.of("datasets", "models", "runtime", "sdk", "subdomain");

  private final Set<String> names;

  private Fields(Set<String> names) {
    this.names = names;
  }

  /**
   * Returns the members of each entry of a list: what is asked for with {@code expand} and nothing
   * else, or else the short answer, longer with {@code full}, {@code cardData} and {@code config}.
   */
  static Fields ofList(RepositoryKind kind, HubRequest request) {
    List<String> expanded = expanded(request);
    if (!expanded.isEmpty()) {
      return expanding(kind, expanded);
    }
    Set<String> names =
        new HashSet<>(
            switch (kind) {
              case MODEL -> MODEL_LIST;
              case DATASET -> DATASET_LIST;
              case SPACE -> SPACE_LIST;
            });
    if (request.flag("full")) {
      names.addAll(FULL);
      if (kind != RepositoryKind.MODEL) {
        names.addAll(FULL_OTHERS);
      }
    }
    if (request.flag("cardData")) {
      names.add("cardData");
    }
    if (request.flag("config")) {
      names.add("config");
    }
    return new Fields(names);
  }

  /** Returns the members of an answer about one repository: all, or what is asked for. */
  static Fields ofOne(RepositoryKind kind, HubRequest request) {
    List<String> expanded = expanded(request);
    return expanded.isEmpty() ? ALL : expanding(kind, expanded);
  }

  private static List<String> expanded(HubRequest request) {
    List<String> bare = request.parameters("expand");
    return bare.isEmpty() ? request.parameters("expand[]") : bare;
  }

  private static Fields expanding(RepositoryKind kind, List<String> names) {
    Set<String> own =
        switch (kind) {
          case MODEL -> MODEL_EXPANDABLE;
          case DATASET -> DATASET_EXPANDABLE;
          case SPACE -> SPACE_EXPANDABLE;
        };
    for (String name : names) {
      if (!EXPANDABLE.contains(name) && !own.contains(name)) {
        throw RefusedRequestException.badRequest("expand: \"%s\" is not a field".formatted(name));
      }
    }
    return new Fields(new HashSet<>(names));
  }

  /** Returns whether answers have a member; they always have {@code _id} and {@code id}. */
  boolean has(String name) {
    return names == null || names.contains(name);
  }
}
