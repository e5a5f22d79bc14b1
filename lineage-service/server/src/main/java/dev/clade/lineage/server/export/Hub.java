package dev.clade.lineage.server.export;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the Hugging Face Hub's artifacts are known outside of it. */
final class Hub {
  /** Where the hub is, which also tells its names from those of others. */
  static final URI ADDRESS = URI.create("https://huggingface.co");

  private static final String PURL_TYPE = "huggingface";

  /** What the hub allows; what artifacts declare as their bases may be anything. */
  private static final Pattern ID =
      Pattern.compile("((?<owner>\\w[\\w.-]*)/)?(?<name>\\w[\\w.-]*)");

  private Hub() {}

  /** Returns the address of an artifact's page, escaped where need be. */
  static String page(ArtifactName name) {
    String path = name.kind() == ArtifactKind.MODEL ? name.id() : name.toString();
    try {
      return new URI(ADDRESS.getScheme(), ADDRESS.getHost(), "/" + path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path that cannot be escaped", e);
    }
  }

  /**
   * Returns the package URL of a model, without a version, as the graph knows of none; nothing for
   * other kinds, which the type does not have, and for what the hub cannot have.
   *
   * @see <a href="https://github.com/package-url/purl-spec">The type {@code huggingface}</a>
   */
  static Optional<String> purl(ArtifactName name) {
    Matcher parts = ID.matcher(name.id());
    if (name.kind() != ArtifactKind.MODEL || !parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PackageURL(PURL_TYPE, parts.group("owner"), parts.group("name"), null, null, null)
              .canonicalize());
    } catch (MalformedPackageURLException e) {
      throw new IllegalStateException("a name that no package URL can have", e);
    }
  }

  /** Returns the owner that an identifier names, if any. */
  static Optional<String> owner(ArtifactName name) {
    Matcher parts = ID.matcher(name.id());
    return parts.matches() ? Optional.ofNullable(parts.group("owner")) : Optional.empty();
  }

  /** Returns an identifier without its owner; whole where the hub cannot have it. */
  static String shortName(ArtifactName name) {
    Matcher parts = ID.matcher(name.id());
    return parts.matches() ? parts.group("name") : name.id();
  }
}
