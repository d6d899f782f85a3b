package dev.evenkeel.estate.advisory;

import java.util.List;

/** Says what a record is that is no advisory, and where to find those. */
final class Unknown {
  private Unknown() {}

  static String says(Part record) {
    if (!record.isObject()) {
      return "It is no object.";
    }
    if (record.get("cveMetadata").exists() || record.get("CVE_data_meta").exists()) {
      return "It is a record of the CVE programme, which names products freely. Take the OSV record of the same id.";
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
    if (record.text("@context").filter(context -> context.contains("openvex")).isPresent()) {
      return "It is OpenVEX, which is not read yet. Take CSAF or CycloneDX.";
    }
    List<String> keys = record.keys().stream().limit(5).map(Part::shortened).toList();
    return "It is neither OSV nor CSAF nor CycloneDX; it has %s."
        .formatted(keys.isEmpty() ? "no fields" : "the fields " + String.join(", ", keys));
  }
}
