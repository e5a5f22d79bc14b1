package dev.clade.ingest.hub;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hub's answer.
 *
 * @param uri what was asked for
 * @param status status of HTTP
 */
record HubResponse(URI uri, int status, HttpHeaders headers, byte[] body) {
  private static final Pattern NEXT =
      Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?", Pattern.CASE_INSENSITIVE);

  boolean isOk() {
    return status == 200;
  }

  boolean isUnchanged() {
    return status == 304;
  }

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  /** The Hub tells callers without a token 401 of what it does not have. */
  boolean isMissing() {
    boolean untold =
        status == 401 && headers.firstValue("X-Error-Code").orElse("").equals("RepoNotFound");
    return status == 404 || status == 410 || untold;
  }

  boolean isForbidden() {
    return status == 401 || status == 403;
  }

  /** Returns the next page, as the header {@code Link} of RFC 8288 names it. */
  Optional<URI> next() {
    for (String link : headers.allValues("Link")) {
      Matcher next = NEXT.matcher(link);
      if (next.find()) {
        return Optional.of(uri.resolve(next.group(1)));
      }
    }
    return Optional.empty();
  }

  /** Returns where a redirect leads. */
  Optional<URI> location() {
    return headers.firstValue("Location").map(uri::resolve);
  }

  String etag() {
    return headers.firstValue("ETag").orElse("");
  }

  /** Returns the time by the hub's clock; by this machine's when the hub does not say. */
  Instant time() {
    try {
      return headers
          .firstValue("Date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(ZonedDateTime::toInstant)
          .orElseGet(Instant::now);
    } catch (DateTimeParseException e) {
      return Instant.now();
    }
  }
}
