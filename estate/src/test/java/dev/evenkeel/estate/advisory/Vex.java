package dev.evenkeel.estate.advisory;

/** Documents in which a vendor says what its products have. */
final class Vex {
  static final String CYCLONEDX =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:1",
       "metadata": {"timestamp": "2026-05-01T00:00:00Z", "supplier": {"name": "Acme"},
         "component": {"name": "shop", "bom-ref": "shop", "version": "1"}},
       "components": [{"name": "a", "version": "1.1.0", "bom-ref": "a", "purl": "pkg:golang/example.com/a@1.1.0"}],
       "vulnerabilities": [
         {"id": "CVE-2026-1", "ratings": [{"severity": "high"}],
          "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "nobody calls it"},
          "affects": [{"ref": "urn:cdx:1/1#a"}]},
         {"id": "CVE-2026-2", "analysis": {"state": "in_triage"}, "affects": [{"ref": "a"}]},
         {"id": "CVE-2026-3", "analysis": {"state": "exploitable"},
          "affects": [{"ref": "a", "versions": [{"range": "vers:golang/>=1.0.0|<1.3.0"}, {"version": "1.4.0", "status": "unaffected"}]}]},
         {"id": "CVE-2026-4", "affects": [{"ref": "elsewhere"}]}
       ]}
      """;

  private Vex() {}

  static String csaf(String versionBranch, String statuses, String more) {
    return """
    {"document": {"category": "csaf_vex", "csaf_version": "2.0", "title": "Acme DEF",
      "notes": [{"category": "summary", "text": "an example"}],
      "publisher": {"category": "vendor", "name": "Acme PSIRT", "namespace": "https://acme.example"},
      "tracking": {"id": "ACME-1", "status": "final", "version": "1",
        "initial_release_date": "2026-03-03T11:00:00Z", "current_release_date": "2026-03-03T11:00:00Z",
        "revision_history": [{"date": "2026-03-03T11:00:00Z", "number": "1", "summary": "first"}]}},
     "product_tree": {"branches": [{"category": "vendor", "name": "Acme", "branches": [
       {"category": "product_name", "name": "DEF", "branches": [
         {%s, "product": {"name": "Acme DEF", "product_id": "P1"}},
         {"category": "product_version", "name": "2.1", "product": {"name": "Acme DEF 2.1", "product_id": "P2"}}]}]}]},
     "vulnerabilities": [{"cve": "CVE-2026-7", "notes": [{"category": "description", "text": "it breaks"}],
       "product_status": {%s}%s}]}
    """
        .formatted(versionBranch, statuses, more);
  }
}
