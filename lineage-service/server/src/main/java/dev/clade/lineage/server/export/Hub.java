package dev.clade.lineage.server.export;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** How the Hugging Face Hub's artifacts are known outside of it. */
final class Hub {
  /** Where the hub is, which also tells its names from those of others. */
  static final URI ADDRESS = URI.create("https://huggingface.co");

  private static final String PURL_TYPE = "huggingface";

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
   * other kinds, which the type does not have.
   *
   * @see <a href="https://github.com/package-url/purl-spec">The type {@code huggingface}</a>
   */
  static Optional<String> purl(ArtifactName name) {
    if (name.kind() != ArtifactKind.MODEL) {
      return Optional.empty();
    }
    try {
      String owner = name.isLegacy() ? null : name.owner();
      return Optional.of(
          new PackageURL(PURL_TYPE, owner, shortName(name), null, null, null).canonicalize());
    } catch (MalformedPackageURLException e) {
      // A name that other artifacts declare may be anything, such as "owner/".
      return Optional.empty();
    }
  }

  /** Returns an identifier without its owner. */
  static String shortName(ArtifactName name) {
    return name.isLegacy() ? name.id() : name.id().substring(name.owner().length() + 1);
  }
}
