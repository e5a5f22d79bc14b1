package dev.clade.lineage.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.parsers.JsonParser;

/** Licenses of the hub as bills of materials name them: by SPDX where it has them. */
final class SpdxLicenses {
  /** The list of SPDX as CycloneDX's library has it, identifiers by themselves in lower case. */
  private static final Map<String, String> IDS = read();

  private SpdxLicenses() {}

  /**
   * Returns declared licenses: those whose identifier differs from SPDX's in nothing but case under
   * SPDX's, the others under the hub's as their name.
   */
  static LicenseChoice of(List<String> declared) {
    LicenseChoice choice = new LicenseChoice();
    for (String id : declared) {
      License license = new License();
      String spdx = IDS.get(id.toLowerCase(Locale.ROOT));
      if (spdx == null) {
        license.setName(id);
      } else {
        license.setId(spdx);
      }
      choice.addLicense(license);
    }
    return choice;
  }

  private static Map<String, String> read() {
    try (InputStream list = JsonParser.class.getResourceAsStream("/licenses/licenses.json")) {
      Map<String, String> ids = new HashMap<>();
      for (JsonNode license : new ObjectMapper().readTree(list).get("licenses")) {
        String id = license.get("licenseId").asText();
        ids.put(id.toLowerCase(Locale.ROOT), id);
      }
      return Map.copyOf(ids);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
