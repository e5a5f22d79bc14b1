package dev.clade.local.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers everything that is about one repository. */
final class RepositoryEndpoint {
  private static final int COMMITS_PAGE = 50;
  private static final int LARGEST_PAGE = 1_000;
  private static final int DISCUSSIONS_PAGE = 10;

  private final SimulatedHub hub;

  RepositoryEndpoint(SimulatedHub hub) {
    this.hub = hub;
  }

  HubAnswer answer(HubRequest request, Route route) {
    RepositoryKind kind = route.repositories();
    Optional<String> present = hub.presentName(kind, route.id());
    if (present.isPresent()) {
      return redirect(request, route, present.get());
    }
    Repository repository =
        hub.find(kind, route.id())
            .filter(found -> found.visibility() != Visibility.PRIVATE)
            .orElseThrow(() -> RefusedRequestException.noRepository(request.isAnonymous()));
    if (repository.visibility() == Visibility.DISABLED) {
      throw RefusedRequestException.disabled();
    }
    return switch (route.request()) {
      case DETAIL -> detail(request, route, repository);
      case COMMITS -> commits(request, route, repository);
      case DISCUSSIONS -> discussions(request, repository);
      case TREE -> tree(request, route, repository);
      case FILE -> file(request, route, repository);
      case LIST, OTHER -> throw RefusedRequestException.noPage();
    };
  }

  private static HubAnswer redirect(HubRequest request, Route route, String present) {
    String prefix =
        route.request() == RequestKind.FILE
            ? "/" + route.repositories().pagePrefix()
            : "/api/" + route.repositories().plural() + "/";
    String rest = request.target().substring(prefix.length() + route.id().length());
    return HubAnswer.redirect(prefix + present + rest);
  }

  private HubAnswer detail(HubRequest request, Route route, Repository repository) {
    if (route.revision() != null) {
      commitsFrom(repository, route.revision());
    }
    StringBuilder text = new StringBuilder();
    RepositoryJson.write(repository, Fields.ofOne(repository.kind(), request), text);
    return HubAnswer.json(text.toString());
  }

  private HubAnswer commits(HubRequest request, Route route, Repository repository) {
    List<HubCommit> all = commitsFrom(repository, route.revision());
    int limit = Math.max(1, request.number("limit", COMMITS_PAGE, LARGEST_PAGE));
    return page(request, all, "p", limit, HubCommit::json)
        .with("X-Total-Count", Integer.toString(all.size()));
  }

  private HubAnswer discussions(HubRequest request, Repository repository) {
    List<HubDiscussion> all = hub.discussions(repository.kind(), repository.id());
    int start = start(request.number("p", 0, Integer.MAX_VALUE), DISCUSSIONS_PAGE, all.size());
    JsonArray page = new JsonArray();
    all.subList(start, Math.min(all.size(), start + DISCUSSIONS_PAGE))
        .forEach(discussion -> page.add(discussion.json(repository)));
    JsonObject json = new JsonObject();
    json.add("discussions", page);
    json.addProperty("count", all.size());
    json.addProperty("start", start);
    return HubAnswer.json(json.toString());
  }

  private HubAnswer tree(HubRequest request, Route route, Repository repository) {
    commitsFrom(repository, route.revision());
    refuseGated(request, repository);
    List<JsonObject> entries = HubFiles.tree(hub, repository, request.flag("recursive"));
    int limit = Math.max(1, request.number("limit", LARGEST_PAGE, LARGEST_PAGE));
    return page(request, entries, "cursor", limit, Function.identity());
  }

  private HubAnswer file(HubRequest request, Route route, Repository repository) {
    refuseGated(request, repository);
    commitsFrom(repository, route.revision());
    byte[] content =
        HubFiles.content(hub, repository, route.file())
            .orElseThrow(RefusedRequestException::noEntry);
    return HubAnswer.file(content).with("X-Repo-Commit", repository.sha());
  }

  /** Returns the commits up to a revision; the simulator keeps the state of the latest only. */
  private List<HubCommit> commitsFrom(Repository repository, String revision) {
    List<HubCommit> all = hub.commits(repository.kind(), repository.id());
    if (revision.equals("main") || revision.equals("HEAD")) {
      return all;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(revision)) {
        return all.subList(i, all.size());
      }
    }
    throw RefusedRequestException.noRevision(revision);
  }

  private static void refuseGated(HubRequest request, Repository repository) {
    if (repository.gate() != Gate.NONE) {
      throw RefusedRequestException.gated(repository, request.isAnonymous());
    }
  }

  private static <T> HubAnswer page(
      HubRequest request, List<T> all, String parameter, int limit, Function<T, JsonObject> json) {
    int number = request.number(parameter, 0, Integer.MAX_VALUE);
    int start = start(number, limit, all.size());
    int end = Math.min(all.size(), start + limit);
    JsonArray page = new JsonArray();
    all.subList(start, end).forEach(one -> page.add(json.apply(one)));
    HubAnswer answer = HubAnswer.json(page.toString());
    return end == all.size()
        ? answer
        : answer.with("Link", request.nextLink(parameter, Integer.toString(number + 1)));
  }

  private static int start(int page, int limit, int count) {
    return (int) Math.min(count, (long) page * limit);
  }
}
