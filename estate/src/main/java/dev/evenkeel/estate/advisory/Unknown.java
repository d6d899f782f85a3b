package dev.evenkeel.estate.advisory;

import java.util.List;

/** Says what a record is that is no advisory, and where to find those. */
final class Unknown {
  private Unknown() {}

  static String says(Part record) {
    if (!record.isObject()) {
      return "It is no object.";
    }
    if (record.get("CVE_data_meta").exists()) {
      return "It is a record of the CVE programme before version 5. Take the newer record of the same id.";
    }
    if (record.get("feed").exists()
        || record.get("service").exists()
        || record.get("canonical_url").exists()
        || record.get("csaf_providers").exists()) {
      return "It lists where CSAF documents are, and is none. Fetch and import the documents themselves.";
    }
    if (record.get("spdxVersion").exists()) {
      return "It is an SPDX document, which holds no statements about vulnerabilities here.";
    }
    List<String> keys = record.keys().stream().limit(5).map(Part::shortened).toList();
    return "It is none of OSV, CSAF, CycloneDX, OpenVEX and CVE 5; it has %s."
        .formatted(keys.isEmpty() ? "no fields" : "the fields " + String.join(", ", keys));
  }
}
