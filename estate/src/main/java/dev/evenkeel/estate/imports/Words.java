package dev.evenkeel.estate.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

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
              "server, computer, laptop, desktop, workstation, notebook, switch, router, firewall, rack, printer, storage, appliance, device, physical, network gear, tablet, phone, linux server, windows server, unix server, hardware, ip switch, ip router, ip firewall, storage server, ups, cmdb_ci_computer, cmdb_ci_server, cmdb_ci_linux_server, cmdb_ci_win_server, cmdb_ci_netgear, cmdb_ci_ip_switch, cmdb_ci_ip_router, cmdb_ci_rack, cmdb_ci_printer, cmdb_ci_storage_server, networkdevice, pc",
              "software",
              "application, app, database, library, virtual machine, vm, operating system, os, middleware, package, program, framework, software, virtual machine instance, web server, database instance, cmdb_ci_spkg, cmdb_ci_appl, cmdb_ci_app_server, cmdb_ci_web_server, cmdb_ci_database, cmdb_ci_db_instance, cmdb_ci_vm_instance, application solution, pc software, other software, middleware instance, database schema, db server, webserver, web application, virtualmachine, applicationsolution, dbserver, databaseschema, webapplication, hypervisor",
              "service",
              "saas, website, api, web service, business service, cloud service, service, cmdb_ci_service, application service, technical service, business process"),
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
   * @return the text itself, in small letters, when it is not known; empty when it means nothing
   */
  static String meant(String field, String text, Map<String, String> own) {
    String small = text.toLowerCase(Locale.ROOT);
    String known = MEANT.getOrDefault(field, Map.of()).getOrDefault(small, "");
    return Stream.of(own.get(text), own.get(small), known.isEmpty() ? null : known, own.get("*"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(small);
  }
}
