package dev.clade.local.hub;

import java.util.List;
import java.util.Set;

/**
 * What a request is about, from its path alone.
 *
 * @param request what is asked for
 * @param repositories kind of the repositories, models where the path leads nowhere
 * @param id name of the repository, or null
 * @param revision revision, or null
 * @param file path of the file, or null
 * @param bucket what limit of rates it counts against
 */
record Route(
    RequestKind request,
    RepositoryKind repositories,
    String id,
    String revision,
    String file,
    RateBucket bucket) {
  private static final Set<String> OF_REPOSITORY =
      Set.of("commits", "discussions", "tree", "revision", "raw", "resolve");

  static Route of(List<String> path) {
    boolean api = !path.isEmpty() && path.getFirst().equals("api");
    List<String> rest = api ? path.subList(1, path.size()) : path;
    RepositoryKind kind = kind(rest);
    if (kind != null) {
      rest = rest.subList(1, rest.size());
    }
    if (api && kind == null) {
      return nowhere(RateBucket.API);
    }
    if (api && rest.isEmpty()) {
      return new Route(RequestKind.LIST, kind, null, null, null, RateBucket.API);
    }
    RepositoryKind known = kind == null ? RepositoryKind.MODEL : kind;
    int words = rest.size() > 1 && !OF_REPOSITORY.contains(rest.get(1)) ? 2 : 1;
    if (rest.size() < words) {
      return nowhere(api ? RateBucket.API : RateBucket.PAGES);
    }
    String id = String.join("/", rest.subList(0, words));
    List<String> about = rest.subList(words, rest.size());
    return api ? ofApi(known, id, about) : ofFile(known, id, about);
  }

  private static RepositoryKind kind(List<String> path) {
    for (RepositoryKind kind : RepositoryKind.values()) {
      if (!path.isEmpty() && path.getFirst().equals(kind.plural())) {
        return kind;
      }
    }
    return null;
  }

  private static Route ofApi(RepositoryKind kind, String id, List<String> about) {
    String what = about.isEmpty() ? "" : about.getFirst();
    RequestKind request =
        switch (about.size()) {
          case 0 -> RequestKind.DETAIL;
          case 1 -> what.equals("discussions") ? RequestKind.DISCUSSIONS : RequestKind.OTHER;
          case 2 ->
              switch (what) {
                case "revision" -> RequestKind.DETAIL;
                case "commits" -> RequestKind.COMMITS;
                case "tree" -> RequestKind.TREE;
                default -> RequestKind.OTHER;
              };
          default -> RequestKind.OTHER;
        };
    String revision = about.size() < 2 ? null : about.get(1);
    return new Route(request, kind, id, revision, null, RateBucket.API);
  }

  private static Route ofFile(RepositoryKind kind, String id, List<String> about) {
    if (about.size() < 3) {
      return nowhere(RateBucket.PAGES);
    }
    RateBucket bucket =
        about.getFirst().equals("resolve") ? RateBucket.RESOLVERS : RateBucket.PAGES;
    String file = String.join("/", about.subList(2, about.size()));
    return new Route(RequestKind.FILE, kind, id, about.get(1), file, bucket);
  }

  private static Route nowhere(RateBucket bucket) {
    return new Route(RequestKind.OTHER, RepositoryKind.MODEL, null, null, null, bucket);
  }
}
