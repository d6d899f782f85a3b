package dev.evenkeel.estate.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What other systems' words mean in documents. */
final class Words {
  private static final Map<String, Map<String, String>> MEANT =
      Map.of(
          "criticality",
          words(
              "red",
                  "critical, very high, high, 1 - most critical, business critical, mission critical, tier 1",
              "yellow", "medium, moderate, normal, 2 - somewhat critical, important, tier 2",
              "green", "low, very low, minor, 3 - less critical, 4 - not critical, tier 3"),
          "type",
          words(
              "hardware",
              "server, computer, laptop, desktop, workstation, notebook, switch, router, firewall, rack, printer, storage, appliance, device, physical, network gear, tablet, phone",
              "software",
              "application, app, database, library, virtual machine, vm, operating system, os, middleware, package, program, framework",
              "service",
              "saas, website, api, web service, business service, cloud service"),
          "audience",
          words(
              "customers", "external, customer, public",
              "staff", "internal, employees, employee",
              "machines", "machine, system, systems"));

  private Words() {}

  private static Map<String, String> words(String... pairs) {
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      for (String word : pairs[i + 1].split(", ")) {
        words.put(word, pairs[i]);
      }
    }
    return words;
  }

  /**
   * @param field of the document
   * @param own what the words of one table mean; counts more
   * @return the text itself, in small letters, when it is not known
   */
  static String meant(String field, String text, Map<String, String> own) {
    String small = text.toLowerCase(Locale.ROOT);
    return own.getOrDefault(
        text,
        own.getOrDefault(small, MEANT.getOrDefault(field, Map.of()).getOrDefault(small, small)));
  }
}
